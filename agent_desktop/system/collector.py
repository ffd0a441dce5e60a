"""Python's garbage collector: out of the way while the program starts, and of what started ever after."""

import gc


def hold_collector() -> None:
    """From now on nothing is looked for: while the program is loaded, next to nothing of it is garbage."""
    gc.disable()


def settle_collector() -> None:
    """What is there by now stays to the end. To look through it takes 25 ms, in which no thread paints or answers."""
    gc.collect()
    gc.freeze()
    gc.enable()
