"""Pictures of counts, worked out on the server and drawn by templates as SVG."""
