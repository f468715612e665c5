from hypothesis import given
from hypothesis import strategies as st

from duidu.window.history import LONGEST, History


def test_back_and_forward_as_in_a_browser():
    history, here = History(), "a"
    for there in "bcd":
        history.leave(here)
        here = there
    walked = []
    while history.can_go_back:
        here = history.back(here)
        walked.append(here)
    assert walked == ["c", "b", "a"]
    here = history.forward(here)
    assert here == "b" and history.can_go_forward
    history.leave(here)
    assert not history.can_go_forward
    assert history.back("e") == "b"
    history.clear()
    assert history.back("x") is None and history.forward("x") is None


@given(st.lists(st.tuples(st.sampled_from("jbf"), st.integers(0, 5)), max_size=300))
def test_the_history_is_short_and_never_leads_to_where_one_is(moves):
    history, here = History(), 0
    for move, place in moves:
        if move == "j":
            history.leave(here)
            here = place
        else:
            found = history.back(here) if move == "b" else history.forward(here)
            assert found != here
            here = here if found is None else found
        assert len(history._before) + len(history._after) <= LONGEST + 1
        assert len(history._before) <= LONGEST


def test_the_oldest_places_go_first():
    history = History()
    for place in range(LONGEST + 20):
        history.leave(place)
    walked = []
    here = "end"
    while (found := history.back(here)) is not None:
        walked.append(found)
        here = found
    assert walked == list(range(LONGEST + 19, 19, -1))
