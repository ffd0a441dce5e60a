"""The PBX's time zone: its records carry none."""

from datetime import UTC, date, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """This computer's own zone, summer time included, as the system knows it."""

    def utcoffset(self, at: datetime | None, /) -> timedelta | None:
        naive = datetime.now() if at is None else at.replace(tzinfo=None)  # noqa: DTZ005 (a naive time is local)
        return naive.astimezone().utcoffset()

    def dst(self, at: datetime | None, /) -> timedelta | None:
        return timedelta(0)

    def tzname(self, at: datetime | None, /) -> str:
        return (at or datetime.now()).replace(tzinfo=None).astimezone().tzname() or ""  # noqa: DTZ005

    def fromutc(self, at: datetime, /) -> datetime:
        here = at.replace(tzinfo=UTC).astimezone()
        mine = here.replace(tzinfo=self)
        # Of an hour that comes twice, astimezone does not say which one it is.
        return mine if mine.utcoffset() == here.utcoffset() else mine.replace(fold=1)


def pbx_zone(name: str) -> tzinfo:
    """The zone of the setting `pbx.zone`; "" is this computer's own."""
    if not name:
        return LocalZone()
    from zoneinfo import ZoneInfo  # looks up how Python was built

    return ZoneInfo(name)


def day_of(at: float, zone: tzinfo) -> date:
    """The calendar day at the PBX (`at` in seconds since the epoch)."""
    return datetime.fromtimestamp(at, zone).date()
