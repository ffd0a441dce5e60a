"""Customers' numbers as the PBX gives them: Vietnamese in national form, Malaysian with their country code."""

from random import Random

DIDS = ("02873001234", "02473005678", "60327201234")

_VN_MOBILE = ("32", "35", "38", "70", "77", "79", "81", "83", "86", "90", "91", "93", "94", "96", "97", "98")
_VN_LAND = ("24", "28", "236")
_MY_MOBILE = ("12", "13", "16", "17", "19")


def random_number(rng: Random) -> str:
    """A number of a mobile or a landline in Vietnam, or of a mobile in Malaysia."""
    draw = rng.random()
    if draw < 0.65:
        return f"0{rng.choice(_VN_MOBILE)}{rng.randrange(10**7):07}"
    if draw < 0.8:
        area = rng.choice(_VN_LAND)
        return f"0{area}{rng.randrange(2 * 10 ** (9 - len(area)), 10 ** (10 - len(area)))}"
    return f"60{rng.choice(_MY_MOBILE)}{rng.randrange(10**6, 10**7)}"


class Customers:
    """People who call and are called; most of them more than once."""

    def __init__(self, seed: int, count: int = 40) -> None:
        rng = Random(f"{seed}/customers")
        self._known = [random_number(rng) for _ in range(count)]

    @property
    def known(self) -> tuple[str, ...]:
        """The numbers of those who call again."""
        return tuple(self._known)

    def pick(self, rng: Random) -> str:
        """Someone's number."""
        return rng.choice(self._known) if rng.random() < 0.6 else random_number(rng)


def with_plus(number: str) -> str:
    """`number` in international form."""
    return f"+84{number[1:]}" if number.startswith("0") else f"+{number}"
