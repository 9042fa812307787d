"""Problem: what is wrong with a file of the corpus, where, and how to mend it."""

from app.records.value import Value


class Problem(Value):
    """One fault; `line` counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"
