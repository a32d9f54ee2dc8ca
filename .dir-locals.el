((c-mode . ((c-file-style . "gnu") (indent-tabs-mode . t)))
 (c++-mode . ((c-file-style . "gnu") (indent-tabs-mode . t)))
 (python-mode . ((indent-tabs-mode . nil)))
 (nil . ((fill-column . 79) (tab-width . 8))))
