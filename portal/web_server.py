"""Limits of the web server; a buffering proxy stands in front on the open web."""

worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 30
max_requests = 2000
max_requests_jitter = 200
limit_request_line = 4094
forwarded_allow_ips = "127.0.0.1"
preload_app = True  # the tables are built once and shared by the workers
control_socket_disable = True  # it would lie outside of DATA_DIR
