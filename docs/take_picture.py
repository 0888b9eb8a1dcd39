"""Takes the README's picture: the example's briefing with the passage of a judgement open.

Run `make demo` first; needs Chromium.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "demo" / "ukraine-nato" / "brief" / "index.html"
PICTURE = ROOT / "docs" / "images" / "brief.png"


def main() -> int:
    """Open the page at its key judgements, follow the first number there, and take the picture."""
    chromium = shutil.which("chromium")
    if chromium is None or not PAGE.is_file():
        print("needs chromium, and the page that `make demo` makes", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 1480, "height": 860})
        page.goto(PAGE.as_uri())
        page.locator("#judgements a[href^='#e-']").first.click()
        page.evaluate("document.querySelector('#judgements').scrollIntoView()")
        page.mouse.wheel(0, 200)
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
