from tests.window.conftest import (
    article_file,
    open_file,
    own_translations,
    slot_faults,
    store,
    window,
)

__all__ = ["article_file", "open_file", "own_translations", "slot_faults", "store", "window"]
