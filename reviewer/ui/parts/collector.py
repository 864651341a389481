"""The garbage collector, at rest while anything slow runs.

A full round over what 100,000 names hold stops the window for 60 to 200 ms, and slow work sets off several. What it
makes stays for hours, or goes by itself when nothing refers to it any more; so it is never looked through, but for what
refers only to itself, which goes once the review is left. Only for the window's own thread.
"""

import gc

_resters: set[object] = set()


def rest(work: object) -> None:
    """Let no round begin until `wake` is called for this `work`."""
    _resters.add(work)
    gc.disable()


def wake(work: object) -> None:
    """Go on when no other work is under way, without what was made up to now."""
    _resters.discard(work)
    if not _resters:
        gc.freeze()
        gc.enable()


def forget() -> None:
    """Look through everything again at the next round: the review is left."""
    gc.unfreeze()
