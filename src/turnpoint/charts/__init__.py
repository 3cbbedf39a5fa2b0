"""Core values drawn as Vega-Lite specifications and rendered to SVG on the server."""
