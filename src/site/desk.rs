//! `desk/`: the editorial desk's files. So far: columns.

use super::Located;

/// 栏目.
#[derive(Debug, Clone)]
pub struct Column {
    /// Folder and ASCII name.
    pub id: Located<String>,
    /// What readers and writers call it.
    pub name: Located<String>,
    /// What belongs into it.
    pub about: Option<String>,
}

/// The editorial desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// 栏目, in the order of `desk/columns.yaml`.
    pub columns: Vec<Column>,
}
