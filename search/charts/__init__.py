"""The claim chart: who said which number when; drawn on the server, as SVG and PNG."""

from search.charts.claims import By, ClaimChart, chart_of
from search.charts.layout import Chart, Dot, Mark, Shape, lay_out

__all__ = ["By", "Chart", "ClaimChart", "Dot", "Mark", "Shape", "chart_of", "lay_out"]
