"""A real Chromium before a real server over the tiny corpus."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from app.main import create_app
from app.settings import Settings

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
QUIETER = ("--disable-component-update", "--disable-sync")


@pytest.fixture(scope="module")  # Playwright's event loop ends with these tests; others run loops of their own
def browser() -> Iterator[Browser]:
    """Chromium, where one is found; SOURCEBOOK_NEED_BROWSER=1 makes its lack a failure."""
    found = next((path for name in CHROMIUMS if (path := shutil.which(name))), None)
    if found is None:
        missing = "no Chromium found; install one (Debian: apt install chromium)"
        if os.environ.get("SOURCEBOOK_NEED_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *QUIETER])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(data_folder: Path) -> Iterator[str]:
    """A server on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(data=data_folder)), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of its own, without JavaScript: everything must work so."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser, address: str) -> Iterator[Page]:
    """A page with JavaScript."""
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()
