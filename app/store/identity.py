"""Identity: the release id names the corpus, the build id names what answers from it."""

from hashlib import sha256
from pathlib import Path

CODE = Path(__file__).resolve().parent.parent
CLONE = CODE.parent
_CORPUS_ENDINGS = (".md", ".yaml", ".csv")


def corpus_hash(corpus: Path) -> str:
    """Hash of every file of the corpus: names and bytes, in order, whatever the machine."""
    return _hash(corpus, _files(corpus, _CORPUS_ENDINGS))


def build_hash(corpus: str) -> str:
    """Hash of the corpus's hash, the code, the templates and the locked versions."""
    digest = sha256(corpus.encode())
    for folder, endings in ((CODE, (".py",)), (CLONE / "templates", ("",))):
        digest.update(_hash(folder, _files(folder, endings)).encode())
    lock = CLONE / "requirements.lock"
    digest.update(_bytes(lock) if lock.exists() else b"")
    return digest.hexdigest()


def _files(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path for path in found if path.name.endswith(endings) and not path.name.startswith("."))


def _hash(root: Path, files: list[Path]) -> str:
    digest = sha256()
    for path in files:
        content = _bytes(path)
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    """The bytes of a text file, with the line ends of no particular system."""
    return path.read_bytes().replace(b"\r\n", b"\n")
