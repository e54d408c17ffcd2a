"""Define frozen dataclasses and named tuples in a fraction of the usual time.

Before Python 3.13, `dataclasses.dataclass(frozen=True)` compiles six methods for each class, one by one. For the fifty
classes that a start needs that took a fifth of the time of `mou-tui status`. Here none is compiled: ordinary functions
do the same. Use it for the values that every start needs.

`typing.NamedTuple` compiles the type of each field, though nothing reads it. Here the types stay text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # To a type checker they are the real ones.
    from dataclasses import dataclass as dataclass
    from typing import NamedTuple as NamedTuple
else:
    import dataclasses
    from collections import namedtuple
    from collections.abc import Callable
    from functools import partial
    from operator import attrgetter

    def dataclass(*, frozen: bool, eq: bool = True) -> Callable[[type], type]:
        """Return a decorator that makes a frozen dataclass; `frozen` must be true, and there are no other options."""
        assert frozen
        return partial(_frozen, eq=eq)

    def _frozen(cls: type, *, eq: bool) -> type:
        cls = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        fields = dataclasses.fields(cls)
        names = tuple(field.name for field in fields)
        known = frozenset(names)
        defaults = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
        factories = {
            field.name: field.default_factory for field in fields if field.default_factory is not dataclasses.MISSING
        }
        values = attrgetter(*names)

        def __init__(self: object, *args: object, **kwargs: object) -> None:
            held = self.__dict__
            held |= defaults
            held.update(zip(names, args, strict=False))
            held |= kwargs
            for name, make in factories.items():
                if name not in held:
                    held[name] = make()
            if held.keys() != known or len(args) > len(names) or not kwargs.keys().isdisjoint(names[: len(args)]):
                raise TypeError(f"{cls.__qualname__} takes {', '.join(names)}, each once")

        def __eq__(self: object, other: object) -> bool:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self: object) -> int:
            return hash(values(self))

        def __repr__(self: object) -> str:
            return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

        def __setattr__(self: object, name: str, value: object) -> None:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self: object, name: str) -> None:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

        methods = (__init__, __repr__, __setattr__, __delattr__, *((__eq__, __hash__) if eq else ()))
        for method in methods:
            setattr(cls, method.__name__, method)
        return cls

    class _NamedTupleMaker(type):
        """Makes a named tuple of each class that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = namespace.get("__annotations__", {})
            defaults = [namespace[field] for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            for key, value in namespace.items():
                if key not in fields:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTupleMaker):
        """Is the base that a class names whose fields make a named tuple."""
