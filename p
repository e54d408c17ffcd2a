# Record of the discussion

*Record as of November 14, 2026*

**Nothing said here binds a party until its governing body approves the agreement and it is signed. These are notes of the discussion, not minutes, unless a body adopts them as its minutes.**

Lake City Unified School District and Lake City Police Department\
Memorandum of Understanding: School Resource Officer Program

## Summary

### Supported

None.

### Positions differ

- 1.1 Purpose and goals. The School District objects: the fee.

### Open

- Without wording: 1.2, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 3.1, 3.2, 3.3, 3.4, 4.1, 5.1, 6.1, 7.1, 7.2, 8.1, 9.1, 10.2, 11.1
- Not asked yet, or only in part: 10.1

### Actions

None.

## Parties

- Lake City Police Department (signs the agreement)
- Lake City Unified School District (signs the agreement)

## Outside meetings

### Positions

**1.1 Purpose and goals, November 14, 2026.** The School District objected.

### Objections

**1.1 Purpose and goals, November 14, 2026.** The School District objected: the fee. The objection stands.

### Wording changed

**10.1 Review and amendment, November 14, 2026.** It was written:

> The parties meet by June 1 each year.

## Still open

### Open clauses

- 1.1 Purpose and goals: empty
- 1.2 Schools, days and hours: empty
- 2.1 Duties of the SRO: empty
- 2.2 Outside the SRO’s role: empty
- 2.3 School matter or crime: empty
- 2.4 Arrests and citations: empty
- 2.5 Questioning students: empty
- 2.6 Searches: empty
- 2.7 Force and restraint: empty
- 2.8 Equal treatment: empty
- 3.1 Employment and command: empty
- 3.2 Evaluation: empty
- 3.3 Complaints: empty
- 3.4 Removal and replacement: empty
- 4.1 Choice of the SRO: empty
- 5.1 Training required: empty
- 6.1 Families and partners: empty
- 7.1 Student records: empty
- 7.2 Mutual notice: empty
- 8.1 Counting and reporting: empty
- 9.1 Cost share: empty
- 10.2 Term and ending: empty
- 11.1 Who signs: empty

### Blanks

- Parties and definitions: [end date], [schools]

### Objections

- 1.1 Purpose and goals: School District objects (the fee)

### Positions not asked yet

- 10.1 Review and amendment: Police Department, School District
