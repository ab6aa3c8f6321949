//! Authors: whose hands were on a file, read from real repositories.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use qianfa::signoff::{Authors, History, POLICY_PATH, Policy};
use qianfa::source::SourceFile;
use tempfile::TempDir;

use super::commands::isolated;

const POLICY: &str = "version: 1
roles: {editor: {people: [li.na]}}
people:
  li.na: {emails: [li.na@example.org, lina@example.com]}
  wang.fang: {emails: [wang.fang@example.org]}
  zhang.wei: {emails: [zhang.wei@example.org]}
";

struct Repository {
    folder: TempDir,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(repository.root()).unwrap();
        repository.git("li.na", &["init", "-q", "-b", "main"]);
        repository.git("li.na", &["config", "user.name", "谁"]);
        repository.git("li.na", &["config", "user.email", "zhang.wei@example.org"]);
        repository
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("仓库")
    }

    fn git(&self, committer: &str, args: &[&str]) {
        let email =
            if committer.contains('@') { committer.to_owned() } else { format!("{committer}@example.org") };
        let done = isolated("git", &self.root())
            .env("GIT_AUTHOR_NAME", committer)
            .env("GIT_AUTHOR_EMAIL", &email)
            .env("GIT_COMMITTER_NAME", committer)
            .env("GIT_COMMITTER_EMAIL", &email)
            .args(args)
            .output()
            .unwrap();
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self, who: &str, message: &str) {
        self.git(who, &["add", "-A"]);
        self.git(who, &["commit", "-q", "-m", message]);
    }

    fn authors(&self, path: &str) -> Authors {
        authors(&self.root(), path, None, None)
    }
}

fn authors(root: &Path, path: &str, revision: Option<&str>, base: Option<&str>) -> Authors {
    let policy = Policy::parse(&Arc::new(SourceFile::new(POLICY_PATH, POLICY))).0.unwrap();
    History::read(root, revision, base).unwrap().authors(&[path.to_owned()], &policy)
}

fn people(authors: &Authors) -> Vec<&str> {
    authors.people.iter().map(String::as_str).collect()
}

fn long(start: &str) -> String {
    format!("{start}\n{}", "一碗热汤，一家人。\n".repeat(20))
}

#[test]
fn writers_committers_and_co_authors_of_a_file_are_its_authors() {
    let repository = Repository::new();
    repository.write("content/甲.md", "一\n");
    repository.write("content/乙.md", "一\n");
    repository.commit("wang.fang", "写两篇");
    repository.write("content/甲.md", "二\n");
    repository.commit("someone@example.net", "改\n\nCo-authored-by: 李娜 <LINA@example.com>\n\n又一段");
    let first = repository.authors("content/甲.md");
    assert_eq!(people(&first), ["li.na", "wang.fang"]);
    assert_eq!(first.unknown.iter().collect::<Vec<_>>(), ["someone@example.net"]);
    let second = repository.authors("content/乙.md");
    assert_eq!((people(&second), second.unknown.len(), second.shallow), (vec!["wang.fang"], 0, false));
}

#[test]
fn renaming_a_file_does_not_shake_off_its_authors() {
    let repository = Repository::new();
    repository.write("content/旧/index.md", &long("题"));
    repository.commit("wang.fang", "写");
    repository.git("li.na", &["mv", "content/旧", "content/新"]);
    repository.commit("li.na", "搬");
    repository.write("content/新/index.md", &long("新题"));
    repository.commit("li.na", "改题");
    assert_eq!(people(&repository.authors("content/新/index.md")), ["li.na", "wang.fang"]);
}

#[test]
fn merging_makes_nobody_an_author_unless_the_merge_itself_changes_the_file() {
    let repository = Repository::new();
    repository.write("甲.md", "一\n");
    repository.write("乙.md", "一\n");
    repository.commit("wang.fang", "写");
    repository.git("wang.fang", &["checkout", "-q", "-b", "稿"]);
    repository.write("甲.md", "二\n");
    repository.commit("wang.fang", "改甲");
    repository.git("wang.fang", &["checkout", "-q", "main"]);
    repository.write("乙.md", "二\n");
    repository.commit("wang.fang", "改乙");
    repository.git("li.na", &["merge", "-q", "--no-ff", "-m", "合并", "稿"]);
    assert_eq!(people(&repository.authors("甲.md")), ["wang.fang"]);
    repository.git("wang.fang", &["checkout", "-q", "-b", "稿二", "HEAD~1"]);
    repository.write("丙.md", "一\n");
    repository.commit("wang.fang", "写丙");
    repository.git("wang.fang", &["checkout", "-q", "main"]);
    repository.git("li.na", &["merge", "-q", "--no-ff", "--no-commit", "稿二"]);
    repository.write("甲.md", "合并时顺手改的\n");
    repository.commit("li.na", "合并");
    assert_eq!(people(&repository.authors("甲.md")), ["li.na", "wang.fang"]);
}

#[test]
fn what_is_not_committed_counts_for_whoever_works_there_and_only_there() {
    let repository = Repository::new();
    repository.write("甲.md", "一\n");
    repository.write("乙.md", "一\n");
    repository.commit("wang.fang", "写");
    repository.write("甲.md", "二\n");
    assert_eq!(people(&repository.authors("甲.md")), ["wang.fang", "zhang.wei"]);
    assert_eq!(people(&repository.authors("乙.md")), ["wang.fang"]);
    assert_eq!(people(&authors(&repository.root(), "甲.md", Some("HEAD"), None)), ["wang.fang"]);
}

#[test]
fn a_base_commit_hides_what_came_before() {
    let repository = Repository::new();
    repository.write("甲.md", "一\n");
    repository.commit("wang.fang", "写");
    repository.git("wang.fang", &["tag", "已发"]);
    repository.write("甲.md", "二\n");
    repository.commit("li.na", "改");
    assert_eq!(people(&authors(&repository.root(), "甲.md", None, Some("已发"))), ["li.na"]);
}

#[test]
fn a_site_in_a_folder_of_its_repository_and_a_cut_off_history_are_known() {
    let repository = Repository::new();
    repository.write("站/content/甲.md", "一\n");
    repository.commit("wang.fang", "写");
    repository.write("content/甲.md", "别的\n");
    repository.commit("li.na", "别处");
    let inside = authors(&repository.root().join("站"), "content/甲.md", None, None);
    assert_eq!(people(&inside), ["wang.fang"]);

    let from = format!("file://{}", repository.root().display());
    repository.git("li.na", &["clone", "-q", "--depth", "1", &from, "../浅"]);
    let shallow = authors(&repository.folder.path().join("浅"), "content/甲.md", None, None);
    assert!(shallow.shallow);
}

#[test]
fn github_commits_for_others_and_is_nobody() {
    let repository = Repository::new();
    repository.write("甲.md", "一\n");
    repository.git("li.na", &["add", "-A"]);
    repository
        .git("noreply@github.com", &["commit", "-q", "-m", "写", "--author", "王芳 <wang.fang@example.org>"]);
    let authors = repository.authors("甲.md");
    assert_eq!((people(&authors), authors.unknown.len()), (vec!["wang.fang"], 0));
}
