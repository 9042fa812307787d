"""Words: days, numbers and lists as people write them."""

from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mt": "Maltese",
    "nb": "Norwegian Bokmål",
    "nl": "Dutch",
    "nn": "Norwegian Nynorsk",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "uz": "Uzbek",
    "zh": "Chinese",
}


def day(value: date | str | None) -> str:
    """A day, month or year as far as it is known: 2 April 2017, April 2017, 2017."""
    if not value:
        return ""
    parts = [int(part) for part in (value.isoformat() if isinstance(value, date) else value).split("-")]
    words = [str(parts[0]), *(_MONTHS[parts[1] - 1] for _ in parts[1:2]), *(str(each) for each in parts[2:])]
    return " ".join(reversed(words))


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: 1 record, 1,204 records."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def number(value: str) -> str:
    """A value as written; bare digits of five places or more are parted by commas."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() and len(value) > 4 else value


def lowered(text: str) -> str:
    """A label inside a sentence; abbreviations keep their capitals."""
    first = text.partition(" ")[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def language(tag: str) -> str:
    """The English name of a language by its BCP 47 tag, or the tag itself."""
    return _LANGUAGES.get(tag.partition("-")[0], tag)
