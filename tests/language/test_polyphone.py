import pytest

from duidu.dictionary.store import built_file
from duidu.language.polyphone import PolyphoneModel, Question


@pytest.fixture(scope="module")
def model():
    return PolyphoneModel(built_file("polyphones.npz"))


def best(model, sentence, char, *choices):
    (shares,) = model.probabilities([Question(sentence, sentence.index(char), choices)])
    return choices[shares.index(max(shares))]


@pytest.mark.parametrize(
    ("sentence", "char", "reading", "other"),
    [
        ("他被任命为将军。", "为", "wéi", "wèi"),
        ("这是明朝的首都。", "朝", "cháo", "zhāo"),
        ("他曾任该校校长。", "曾", "céng", "zēng"),
        ("该种植物生长在山谷。", "种", "zhǒng", "zhòng"),
    ],
)
def test_encyclopedia_sentences_are_read(model, sentence, char, reading, other):
    assert best(model, sentence, char, other, reading) == reading


def test_an_answer_does_not_depend_on_the_questions_beside_it(model):
    short = Question("他为人好。", 1, ("wéi", "wèi"))
    long = Question("在很久很久以前，他被大家推选为这个国家的第一任总统。", 14, ("wéi", "wèi"))
    together = model.probabilities([short, long, short])
    alone = [model.probabilities([question])[0] for question in (short, long, short)]
    for one, other in zip(together, alone, strict=True):
        assert one == pytest.approx(other, abs=1e-5)
        assert sum(one) == pytest.approx(1)


def test_a_character_the_model_does_not_know_is_no_trouble(model):
    assert model.knows("wéi")
    assert not model.knows("xyz")
    assert sum(model.probabilities([Question("𠮟A😀行", 3, ("xíng", "háng"))])[0]) == pytest.approx(
        1
    )
