"""Where a number is from: the countries' names and, for Vietnam and Malaysia, the area codes. Some kB, not 109 MB."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

PlaceKind = Literal["mobile", "fixed", "toll_free", "short", "extension", ""]

_KIND_WORDS: dict[PlaceKind, str] = {
    "mobile": "Mobile",
    "toll_free": "Toll-free",
    "short": "Service number",
    "extension": "Extension",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number belongs; each part is "" where unknown. `country` is a name, `area` a city or province."""

    country: str = ""
    area: str = ""
    kind: PlaceKind = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """What is known, in words: ("Việt Nam", "Mobile"), ("Malaysia", "Penang"), ("Extension",), or ()."""
        return tuple(part for part in (self.country, self.area or _KIND_WORDS.get(self.kind, "")) if part)

    @property
    def label(self) -> str:
        """One short line: "Việt Nam · Mobile", "Malaysia · Penang", "Extension", or ""."""
        return " · ".join(self.parts)


VIETNAM = {
    "203": "Quảng Ninh", "204": "Bắc Giang", "205": "Lạng Sơn", "206": "Cao Bằng", "207": "Tuyên Quang",
    "208": "Thái Nguyên", "209": "Bắc Kạn", "210": "Phú Thọ", "211": "Vĩnh Phúc", "212": "Sơn La", "213": "Lai Châu",
    "214": "Lào Cai", "215": "Điện Biên", "216": "Yên Bái", "218": "Hòa Bình", "219": "Hà Giang", "220": "Hải Dương",
    "221": "Hưng Yên", "222": "Bắc Ninh", "225": "Hải Phòng", "226": "Hà Nam", "227": "Thái Bình", "228": "Nam Định",
    "229": "Ninh Bình", "232": "Quảng Bình", "233": "Quảng Trị", "234": "Thừa Thiên Huế", "235": "Quảng Nam",
    "236": "Đà Nẵng", "237": "Thanh Hóa", "238": "Nghệ An", "239": "Hà Tĩnh", "24": "Hà Nội", "251": "Đồng Nai",
    "252": "Bình Thuận", "254": "Bà Rịa - Vũng Tàu", "255": "Quảng Ngãi", "256": "Bình Định", "257": "Phú Yên",
    "258": "Khánh Hòa", "259": "Ninh Thuận", "260": "Kon Tum", "261": "Đắk Nông", "262": "Đắk Lắk", "263": "Lâm Đồng",
    "269": "Gia Lai", "270": "Vĩnh Long", "271": "Bình Phước", "272": "Long An", "273": "Tiền Giang",
    "274": "Bình Dương", "275": "Bến Tre", "276": "Tây Ninh", "277": "Đồng Tháp", "28": "Hồ Chí Minh",
    "290": "Cà Mau", "291": "Bạc Liêu", "292": "Cần Thơ", "293": "Hậu Giang", "294": "Trà Vinh", "296": "An Giang",
    "297": "Kiên Giang", "299": "Sóc Trăng",
}  # fmt: skip
"""Fixed lines of Vietnam, without the 0: the codes in force since 2017, one for each of the provinces of that time."""

MALAYSIA = {
    "3": "Kuala Lumpur / Selangor", "4": "Penang / Kedah / Perlis", "5": "Perak", "6": "Melaka / Negeri Sembilan",
    "7": "Johor", "82": "Kuching", "83": "Sri Aman", "84": "Sibu", "85": "Miri", "86": "Bintulu",
    "87": "Labuan", "88": "Kota Kinabalu", "89": "Sandakan / Tawau", "9": "Pahang / Terengganu / Kelantan",
}  # fmt: skip
"""Fixed lines of Malaysia, without the 0."""

_AREAS = {"VN": VIETNAM, "MY": MALAYSIA}


def area_name(region: str, significant: str) -> str:
    """The city or province of a fixed line's national number without its 0, or ""."""
    areas = _AREAS.get(region, {})
    return next((areas[significant[:n]] for n in (3, 2, 1) if significant[:n] in areas), "")


def country_name(region: str) -> str:
    """The name of an ISO region, in English but for Việt Nam; "" for one that is not known."""
    return _countries().get(region, "")


@cache
def _countries() -> dict[str, str]:
    return {entry[:2]: entry[3:] for line in _COUNTRIES.splitlines() for entry in line.split("; ") if entry}


_COUNTRIES = """
AC Ascension Island; AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla
AL Albania; AM Armenia; AO Angola; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba
AX Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso
BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL Saint Barthélemy; BM Bermuda; BN Brunei; BO Bolivia
BQ Caribbean Netherlands; BR Brazil; BS Bahamas; BT Bhutan; BW Botswana; BY Belarus; BZ Belize; CA Canada
CC Cocos Islands; CD DR Congo; CF Central African Republic; CG Congo; CH Switzerland; CI Côte d'Ivoire
CK Cook Islands; CL Chile; CM Cameroon; CN China; CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde; CW Curaçao
CX Christmas Island; CY Cyprus; CZ Czechia; DE Germany; DJ Djibouti; DK Denmark; DM Dominica
DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain
ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands; FM Micronesia; FO Faroe Islands; FR France; GA Gabon
GB United Kingdom; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland
GM Gambia; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece; GT Guatemala; GU Guam; GW Guinea-Bissau
GY Guyana; HK Hong Kong; HN Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel
IM Isle of Man; IN India; IO British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey
JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros
KN Saint Kitts and Nevis; KP North Korea; KR South Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos
LB Lebanon; LC Saint Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg
LV Latvia; LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MF Saint Martin; MG Madagascar
MH Marshall Islands; MK North Macedonia; ML Mali; MM Myanmar; MN Mongolia; MO Macao; MP Northern Mariana Islands
MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico
MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island; NG Nigeria; NI Nicaragua
NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand; OM Oman; PA Panama; PE Peru
PF French Polynesia; PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PM Saint Pierre and Miquelon
PR Puerto Rico; PS Palestine; PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion; RO Romania; RS Serbia
RU Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore
SH Saint Helena; SI Slovenia; SJ Svalbard; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia
SR Suriname; SS South Sudan; ST São Tomé and Príncipe; SV El Salvador; SX Sint Maarten; SY Syria; SZ Eswatini
TA Tristan da Cunha; TC Turks and Caicos Islands; TD Chad; TG Togo; TH Thailand; TJ Tajikistan; TK Tokelau
TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Türkiye; TT Trinidad and Tobago; TV Tuvalu; TW Taiwan
TZ Tanzania; UA Ukraine; UG Uganda; US United States; UY Uruguay; UZ Uzbekistan; VA Vatican City
VC Saint Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands; VI US Virgin Islands; VN Việt Nam
VU Vanuatu; WF Wallis and Futuna; WS Samoa; XK Kosovo; YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia
ZW Zimbabwe
"""
