"""Where a reader is asked at all."""

from articles.corpus import candidates as memory
from articles.corpus.candidates import Candidates


def test_the_places_of_opening_words_stand_in_order():
    candidates = Candidates({"نحو", "ألف"}.__contains__)
    assert candidates.of(["نحو", "سبعين", "ألف", "نحو"]) == [0, 2, 3]


def test_a_word_is_judged_once():
    judged = []
    candidates = Candidates(lambda word: bool(judged.append(word)))
    candidates.of(["كتاب", "كتاب", "قلم"])
    assert judged == ["كتاب", "قلم"]


def test_a_monstrous_word_is_judged_and_not_kept():
    candidates = Candidates(lambda word: True)
    assert candidates.of(["م" * 500]) == [0]
    assert not candidates


def test_a_full_memory_forgets_and_judges_as_before(monkeypatch):
    monkeypatch.setattr(memory, "_MOST_KEPT", 2)
    candidates = Candidates({"نحو", "ألف"}.__contains__)
    words = ["نحو", "سبعين", "ألف", "كتاب", "نحو"]
    assert candidates.of(words) == candidates.of(words) == [0, 2, 4]
    assert len(candidates) <= 2
