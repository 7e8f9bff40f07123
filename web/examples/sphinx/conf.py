project = "A guide to email certificates"
html_theme = "alabaster"
html_static_path = ["_static"]
html_extra_path = ["extra"]
html_js_files = [("sealglass/sealglass.js", {"type": "module"})]
