"""Where a number holds: the places of its sentence, and whether two sets may be one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.corpus.arabic import fold
from articles.corpus.figures.phrases import folded_set
from articles.corpus.names import Entity, EntityType, extract_names

_SIDES = folded_set(
    "ريف مدينة محافظة ضواحي ضاحية شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط مخيم بلدة"
)
_SIDE_OF = {
    **{fold(word): fold(side) for word, side in (("شمالي", "شمال"), ("جنوبي", "جنوب"))},
    **{fold(word): fold(side) for word, side in (("شرقي", "شرق"), ("غربي", "غرب"))},
}


@dataclass(frozen=True, slots=True)
class Places:
    """Folded names in their order, the sides told of them, and whether «و» joins them.

    ``own`` says that the sentence names them itself.
    """

    names: tuple[str, ...] = ()
    sides: frozenset[tuple[str, str]] = frozenset()
    joined: bool = False
    own: bool = False

    def differ(self, other: Places) -> bool:
        """Tell whether both name places, and they can't be one.

        «في حلب شمالي سوريا» and «في حلب» are one; «في حلب وإدلب» is more than «في حلب»,
        and «ريف حلب» is not «مدينة حلب».
        """
        if not self.names or not other.names:
            return False
        one, two = _alike(self.names, other.names), set(other.names)
        if one.isdisjoint(two):
            return True
        if self.own and other.own and one != two and (self.joined or other.joined):
            return True
        if self.own and other.own and one - two and two - one:
            return True
        return self._sides_differ(other)

    def _sides_differ(self, other: Places) -> bool:
        ours, theirs = dict(self.sides), dict(other.sides)
        return any(ours[name] != theirs[name] for name in ours.keys() & theirs.keys())


def _alike(names: Iterable[str], others: Sequence[str]) -> set[str]:
    """Write names as others have them: «رادس» is «ملعب رادس»."""
    return {
        next((other for other in others if _is_of(name, other)), name) for name in names
    }


def _is_of(one: str, other: str) -> bool:
    return one == other or f" {one}".endswith(f" {other}") or other.endswith(f" {one}")


NOWHERE = Places()


def places_of(
    sentence: str, names: Sequence[Entity], claimant: str, context: str = ""
) -> Places:
    """Give the places a sentence names outside its claimant, else those of ``context``.

    >>> places = places_of("في ريف حلب", extract_names("في ريف حلب"), "")
    >>> places.names, places.sides
    (('حلب',), frozenset({('حلب', 'ريف')}))
    """
    found = _read(sentence, names, claimant)
    if found.names or not context:
        return found
    told = _read(context, extract_names(context), "")
    return Places(told.names, told.sides, told.joined, own=False)


def _read(text: str, names: Sequence[Entity], claimant: str) -> Places:
    spoken = fold(claimant)
    rows = sorted(
        (mention.start, mention.end, fold(entity.name))
        for entity in names
        if entity.type is EntityType.PLACE
        for mention in entity.mentions
        if fold(text[mention.start : mention.end]) not in spoken
    )
    sides, joined, last_end = set(), False, -1
    for start, end, name in rows:
        before = fold(text[max(start - 12, 0) : start])
        words = before.split()
        side = words[-1].lstrip("بلو") if words and before[-1:] == " " else ""
        side = _SIDE_OF.get(side, side)
        if side in _SIDES:
            sides.add((name, side))
        between = fold(text[last_end:start]).strip() if last_end >= 0 else "-"
        joined |= between in ("و", "،و", "،", ", و")
        last_end = end
    order = tuple(dict.fromkeys(name for _, _, name in rows))
    return Places(order, frozenset(sides), joined, own=True)
