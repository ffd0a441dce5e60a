class FakeRegistry:
    """Texts by (key, name)."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}

    def read(self, key: str, name: str) -> str | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def delete_value(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)

    def delete_key(self, key: str) -> None:
        self.values = {
            place: value for place, value in self.values.items() if not f"{place[0]}\\".startswith(f"{key}\\")
        }
