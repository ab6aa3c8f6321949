//! By what names articles call each other in `[[name]]`: uid, unit, folder, title.

use std::collections::BTreeMap;

use crate::base::near;

/// Names of articles, each with the index of its article.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    /// Of articles given by uid, unit and title, in order. What names an article for sure comes first, then what two may
    /// share; a name of two articles is the first one's.
    pub fn new(articles: &[[&str; 3]]) -> Self {
        let mut names = BTreeMap::new();
        let kinds: [fn(&[&str; 3]) -> String; 4] = [
            |[uid, _, _]| (*uid).to_owned(),
            |[_, unit, _]| (*unit).to_owned(),
            |[_, unit, _]| unit.rsplit('/').next().unwrap_or(unit).to_owned(),
            |[_, _, title]| (*title).to_owned(),
        ];
        for kind in kinds {
            for (index, article) in articles.iter().enumerate() {
                names.entry(kind(article).trim().to_lowercase()).or_insert(index);
            }
        }
        Self(names)
    }

    /// The article of that name, perhaps with `content/` before it or `.md` behind.
    pub fn find(&self, name: &str) -> Option<usize> {
        let name = name.trim().to_lowercase();
        let bare = name.trim_start_matches("content/").trim_end_matches(".md").trim_end_matches("/index");
        let whole = format!("content/{bare}");
        [bare, &whole, &name].iter().find_map(|name| self.0.get(*name)).copied()
    }

    /// The known name nearest to a wrong one.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        near::nearest(name, self.0.keys().map(String::as_str))
    }
}
