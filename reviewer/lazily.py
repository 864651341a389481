"""Long lists made item by item, when an item is looked at: a table of 100,000 shows thirty."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")
Item = TypeVar("Item", covariant=True)


class Lazily(Sequence[Item], Generic[Value, Item]):
    """`values` as items of another kind, each made by `make` when asked for."""

    def __init__(self, values: "Sequence[Value] | NDArray[np.int64]", make: Callable[[Value], Item]) -> None:
        self.values = values
        self._make = make

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return Lazily(self.values[at], self._make)
        return self._make(self.values[at])


class Chosen(Lazily[int, Item]):
    """Some of many `items` by their `numbers`, in that order."""

    def __init__(self, items: Sequence[Item], numbers: "NDArray[np.int64]") -> None:
        super().__init__(numbers, items.__getitem__)
        self.numbers = numbers

    def __iter__(self) -> Iterator[Item]:
        return map(self._make, self.numbers.tolist())
