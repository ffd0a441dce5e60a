"""Who is in the demo's contacts: a few of the customers who call again and again, and most of the colleagues."""

from agent_desktop.simulator.numbers import Customers
from agent_desktop.telephony.contact import VIP, Contact, ContactNumber

_CUSTOMERS = (
    ("Trần Văn Bình", "", (), ""),
    ("Lê Hoàng Phương Uyên", "Minh Long", (), ""),
    ("Ahmad bin Ismail", "Syarikat Maju", ("wholesale",), ""),
    ("Phạm Quốc Đạt", "", (), ""),
    ("Siti Nurhaliza", "Kedai Bunga Siti", (VIP,), "Speaks Malay and English"),
    ("Võ Minh Khôi", "", (), ""),
    ("Đặng Thị Kim Ngân", "Nhà sách Phương Nam", (), ""),
    ("Nguyễn Thị Hoa", "Cty TNHH Ánh Dương", (VIP,), "Prefers to be called in the morning"),
)
_COLLEAGUES = ("Ana Lim", "Khánh Huyền", "Minh Tuấn", "Farah Aziz", "Bảo Châu", "Hải Yến")


def regulars(seed: int) -> tuple[str, ...]:
    """The numbers of the customers with a name."""
    return Customers(seed).known[: len(_CUSTOMERS)]


def contacts(seed: int, own: str) -> list[Contact]:
    """The contacts of a simulated PBX with this seed, beside the extension `own`."""
    people = [
        Contact(name, company, (ContactNumber(number),), tags, note)
        for number, (name, company, tags, note) in zip(regulars(seed), _CUSTOMERS, strict=True)
    ]
    extensions = (str(int(own) + step) for step in range(1, len(_COLLEAGUES) + 1))
    colleagues = zip(extensions, _COLLEAGUES, strict=True)
    return people + [Contact(name, numbers=(ContactNumber(number, "extension"),)) for number, name in colleagues]
