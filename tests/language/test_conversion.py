from duidu.language.conversion import traditional_forms
from duidu.language.model import Variety


def no_verb(word):
    return False


def forms(*words):
    return [form.traditional for form in traditional_forms(words, Variety.TAIWAN, no_verb)]


def test_a_phrase_does_not_cross_a_word_border():
    assert forms("被", "发明") == ["被", "發明"]
    assert forms("了解", "了", "如何") == ["瞭解", "了", "如何"]


def test_a_phrase_of_several_words_settles_their_forms():
    found = traditional_forms(["一", "只", "鸡"], Variety.TAIWAN, no_verb)
    assert "".join(form.traditional for form in found) == "一隻雞"


def test_each_form_has_its_words_length():
    words = ["理发", "后", "，", "头发", "干", "了"]
    assert list(map(len, forms(*words))) == list(map(len, words))
