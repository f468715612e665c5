import pytest

from duidu.window.status import StatusLine


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0 %"), (0.3799, "37 %"), (0.999, "99 %"), (0.29, "29 %"), (1, "100 %")]
)
def test_all_is_all_and_not_nearly_all(application, share, told):
    status = StatusLine()
    status.show_progress(share)
    assert status.text == told
    status.clear()
    assert status.text == ""
