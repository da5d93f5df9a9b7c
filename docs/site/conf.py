"""The documentation as a site: `make site`. Pages are the Markdown files of the repository, where they lie."""

from importlib import metadata

project = "pulumi-zohodesk"
copyright = "the authors of pulumi-zohodesk"
release = metadata.version("pulumi-zohodesk")
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/**.md", "examples/**.md"]
exclude_patterns = ["**/.venv", "**/.*"]
myst_heading_anchors = 3
myst_links_external_new_tab = True
highlight_language = "text"
html_theme = "furo"
html_title = f"pulumi-zohodesk {release}"
html_copy_source = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
