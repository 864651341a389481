"""How a start loads PySide, without what it brings along and a window doesn't need."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any, SupportsIndex

_MAPPING = "shibokensupport.signature.mapping"
_SIGNATURES = ("errorhandler", "importhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
_LATE = {
    "tempfile",
    "shibokensupport.feature",
    _MAPPING,
    *(f"shibokensupport.signature.{name}" for name in _SIGNATURES),
}


def load_qt() -> None:
    """Load PySide6; what it needs to say what is wrong with a call is loaded when it first has to.

    PySide keeps that part of itself as source in an archive and compiles all of it at every start, which takes longer
    than to load Qt; `tempfile` it loads and never uses. Shiboken is loaded first: where PySide has begun before it, it
    has every later import read the source of what it brings, to find out who asks for other spellings of Qt's names.
    Where another version has other modules, they are loaded at once.
    """
    finders = sys.meta_path
    sys.meta_path = _Finders([_Late(), *finders])
    try:
        import shiboken6  # noqa: F401
    finally:
        sys.meta_path = finders
    import PySide6  # noqa: F401


class _Late:
    """Finds what is rarely needed as others find it, and has it loaded when something in it is asked for."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load one of the late modules, None for all others."""
        if name not in _LATE:
            return None
        found = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)
        spec = next(filter(None, found), None)
        if spec and spec.loader:
            spec.loader = (_Mapping if name == _MAPPING else LazyLoader)(spec.loader)
        return spec


class _Mapping(LazyLoader):
    """Loads late what is asked for one function from C, which takes it out of the dictionary: there it must be."""

    def exec_module(self, module: ModuleType) -> None:
        """Have the rest loaded when that is called."""
        vars(module)["update_mapping"] = lambda: module.update_mapping()
        super().exec_module(module)


class _Finders(list[Any]):
    """Finders of modules of which the first stays the first, though shiboken puts its own before all."""

    def insert(self, at: SupportsIndex, finder: object) -> None:
        """Put a finder behind the first."""
        super().insert(max(int(at), 1), finder)
