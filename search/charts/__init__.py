"""Pictures of claims and of counts, worked out on the server, drawn as SVG and PNG."""

from search.charts.claims import By, ClaimChart, chart_of
from search.charts.layout import Chart, Dot, Mark, Shape, lay_out

__all__ = ["By", "Chart", "ClaimChart", "Dot", "Mark", "Shape", "chart_of", "lay_out"]
