"""Settings: every knob of Sourcebook, read from the environment (prefix SOURCEBOOK_)."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

CLONE = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where things are and how answers are given; defaults work on a laptop."""

    model_config = SettingsConfigDict(env_prefix="SOURCEBOOK_", frozen=True)

    corpus: Path = Field(CLONE / "corpus", description="Folder of the records.")
    data: Path = Field(CLONE / "data", description="Folder the releases are built into and served from.")
    base_url: str = Field(
        "",
        description="Public address, such as https://sourcebook.example.org, for absolute links; empty: none.",
    )
