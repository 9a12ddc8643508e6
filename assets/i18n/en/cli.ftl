cli-no-home = Your home folder cannot be found. Name a folder yourself: --data-dir DIR
cli-data-folder = The data folder cannot be opened ({ $reason }). Check its permissions or name another (--data-dir DIR): { $path }
