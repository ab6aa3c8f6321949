//! Which rules hold for a construct in a place: decided once for each construct and each place that a rule asks for.
//!
//! Every selector's outer parts are the nodes of a small automaton; where a construct stands is the set of nodes that
//! have been passed on the way to it, one word of bits. Most constructs look the same everywhere, and then the place
//! is not even looked at.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::selector::{Outer, Selector};
use super::short::short;
use crate::finding::Place;
use crate::render::construct::{Base, Construct};
use crate::render::style::{self, Declaration};

/// Nodes that fit into a place.
pub(super) const MAX_NODES: usize = 128;

/// A rule with its values computed.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) selector: Selector,
    pub(super) declarations: Vec<Declaration>,
    /// Where the theme itself says so; `None` in the sheets under it.
    pub(super) place: Option<Place>,
}

/// Where something stands: what has been passed on the way to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(in crate::render) struct Context(u128);

/// The look of something.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Style {
    pub(in crate::render) declarations: Vec<Declaration>,
    /// The inside of a `style` attribute.
    pub(in crate::render) text: String,
}

#[derive(Debug)]
struct Node {
    parent: Option<usize>,
    outer: Outer,
}

/// What is known of a construct.
#[derive(Debug)]
struct Known {
    /// Nodes that it passes.
    passes: u128,
    /// Nodes that its rules ask for.
    asks: u128,
    /// Where it ordinarily stands.
    ordinary: Context,
    /// Its rules, the stronger ones last.
    rules: Vec<usize>,
    style: Style,
}

/// The rules of a theme, ready to be asked.
#[derive(Debug)]
pub(super) struct Cascade {
    rules: Vec<Rule>,
    /// The last outer node of each rule.
    ends: Vec<Option<usize>>,
    nodes: Vec<Node>,
    /// Nodes that count below the next element too.
    lasting: u128,
    known: Vec<Known>,
    base: Vec<Declaration>,
    remembered: RwLock<HashMap<(Construct, u128), Arc<Style>>>,
}

impl Cascade {
    pub(super) fn new(rules: Vec<Rule>) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let ends = rules.iter().map(|rule| enter(&mut nodes, &rule.selector)).collect();
        let lasting = bits(nodes.iter().enumerate().filter(|(_, node)| !node.outer.direct));
        let mut cascade = Self {
            rules,
            ends,
            nodes,
            lasting,
            known: Vec::new(),
            base: Vec::new(),
            remembered: RwLock::default(),
        };
        cascade.base = cascade.article();
        cascade.known = Construct::ALL.iter().map(|construct| cascade.know(*construct)).collect();
        cascade
    }

    /// What every text starts from.
    fn article(&self) -> Vec<Declaration> {
        let rules = self.fitting("article", &[]);
        let all = self.merged(&rules, Context::default());
        all.into_iter()
            .filter(|(name, _)| matches!(name.as_str(), "color" | "font-size" | "line-height"))
            .collect()
    }

    fn know(&self, construct: Construct) -> Known {
        let shape = construct.shape();
        let (element, classes) = shape.own;
        let rules = self.fitting(element, classes);
        let asks = bits(rules.iter().filter_map(|rule| *self.ends.get(*rule)?).map(|end| (end, ())));
        let mut ordinary = Context::default();
        if construct != Construct::Article {
            ordinary = self.step(ordinary, self.passes("article", &[]));
        }
        for (element, classes) in shape.around {
            ordinary = self.step(ordinary, self.passes(element, classes));
        }
        let style = self.resolve(construct, &rules, ordinary);
        Known { passes: self.passes(element, classes), asks, ordinary, rules, style }
    }

    /// Rules for an element with classes, the weaker first.
    fn fitting(&self, element: &str, classes: &[&str]) -> Vec<usize> {
        let mut fitting: Vec<usize> = (0..self.rules.len())
            .filter(|rule| self.rules.get(*rule).is_some_and(|rule| rule.selector.own.fits(element, classes)))
            .collect();
        fitting.sort_by_key(|rule| self.rules.get(*rule).map(|rule| rule.selector.weight()));
        fitting
    }

    /// Nodes that an element with classes passes.
    fn passes(&self, element: &str, classes: &[&str]) -> u128 {
        bits(self.nodes.iter().enumerate().filter(|(_, node)| node.outer.compound.fits(element, classes)))
    }

    fn step(&self, around: Context, passes: u128) -> Context {
        let mut inside = around.0 & self.lasting;
        let mut left = passes;
        while left != 0 {
            let node = left.trailing_zeros() as usize;
            left &= left - 1;
            let parent = self.nodes.get(node).and_then(|node| node.parent);
            if parent.is_none_or(|parent| around.0 & (1 << parent) != 0) {
                inside |= 1 << node;
            }
        }
        Context(inside)
    }

    /// The place inside a construct that stands in `around`.
    pub(super) fn inside(&self, around: Context, construct: Construct) -> Context {
        match self.known.get(construct as usize) {
            Some(known) if self.lasting != 0 || known.passes != 0 => self.step(around, known.passes),
            _ => around,
        }
    }

    /// The place inside an element with classes that stands in `around`.
    pub(super) fn inside_element(&self, around: Context, element: &str, classes: &[&str]) -> Context {
        self.step(around, self.passes(element, classes))
    }

    /// The look of an element with classes in a place; as a construct it carries what the construct must.
    pub(super) fn element(
        &self,
        element: &str,
        construct: Option<Construct>,
        classes: &[&str],
        context: Context,
    ) -> Vec<Declaration> {
        let own = self.merged(&self.fitting(element, classes), context);
        match construct {
            Some(construct) => short(construct, with_base(own, construct, &self.base), &[], &self.base),
            None => short(Construct::Figure, own, &[], &self.base),
        }
    }

    fn merged(&self, rules: &[usize], context: Context) -> Vec<Declaration> {
        let mut all = Vec::new();
        for rule in rules {
            let end = self.ends.get(*rule).copied().flatten();
            if end.is_none_or(|end| context.0 & (1 << end) != 0)
                && let Some(rule) = self.rules.get(*rule)
            {
                style::merge(&mut all, rule.declarations.iter().cloned());
            }
        }
        all
    }

    fn resolve(&self, construct: Construct, rules: &[usize], context: Context) -> Style {
        let mut around = Vec::new();
        if construct == Construct::Code {
            around = self.merged(&self.fitting("section", &["code-box"]), context);
        }
        let declarations = with_base(self.merged(rules, context), construct, &self.base);
        let declarations = short(construct, declarations, &around, &self.base);
        Style { text: style::write(&declarations), declarations }
    }

    /// Where the theme itself sets the colour or the ground of a construct in a place.
    pub(super) fn origin(&self, construct: Construct, context: Context) -> Option<Place> {
        let known = self.known.get(construct as usize)?;
        let holds = |rule: &&usize| {
            self.ends.get(**rule).copied().flatten().is_none_or(|end| context.0 & (1 << end) != 0)
        };
        known
            .rules
            .iter()
            .rev()
            .filter(holds)
            .filter_map(|rule| self.rules.get(*rule))
            .find(|rule| {
                rule.declarations.iter().any(|(name, _)| name == "color" || name.starts_with("background"))
            })
            .and_then(|rule| rule.place.clone())
    }

    /// The look of a construct where it ordinarily stands.
    pub(super) fn ordinary(&self, construct: Construct) -> Option<&Style> {
        self.known.get(construct as usize).map(|known| &known.style)
    }

    /// The look of a construct in a place; `None`: the ordinary one.
    pub(super) fn particular(&self, construct: Construct, context: Context) -> Option<Arc<Style>> {
        let known = self.known.get(construct as usize)?;
        let asked = (context.0 | known.ordinary.0) & known.asks;
        if asked == known.ordinary.0 & known.asks {
            return None;
        }
        let key = (construct, asked);
        if let Some(style) = self.remembered.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Some(Arc::clone(style));
        }
        let style = Arc::new(self.resolve(construct, &known.rules, Context(asked)));
        let mut remembered = self.remembered.write().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(remembered.entry(key).or_insert(style)))
    }
}

fn bits<T>(of: impl Iterator<Item = (usize, T)>) -> u128 {
    of.fold(0, |bits, (index, _)| {
        bits | (1u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0))
    })
}

/// The node that stands for all outer parts of a selector.
fn enter(nodes: &mut Vec<Node>, selector: &Selector) -> Option<usize> {
    let mut parent = None;
    for outer in &selector.around {
        let known = nodes.iter().position(|node| node.parent == parent && node.outer == *outer);
        parent = Some(known.unwrap_or_else(|| {
            nodes.push(Node { parent, outer: outer.clone() });
            nodes.len() - 1
        }));
    }
    parent
}

/// How many nodes the selectors need together.
pub(super) fn nodes<'s>(selectors: impl Iterator<Item = &'s Selector>) -> usize {
    let mut nodes = Vec::new();
    for selector in selectors {
        enter(&mut nodes, selector);
    }
    nodes.len()
}

/// Declarations of a construct with what every text must carry and every picture needs.
fn with_base(own: Vec<Declaration>, construct: Construct, base: &[Declaration]) -> Vec<Declaration> {
    let add = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut all = Vec::new();
    if construct.shape().base == Base::Text {
        style::merge(&mut all, [add("color", "#333"), add("font-size", "16px"), add("line-height", "1.75")]);
        style::merge(&mut all, base.iter().cloned());
    }
    style::merge(&mut all, own);
    match construct {
        Construct::Image
        | Construct::FigureImage
        | Construct::Formula
        | Construct::FormulaImage
        | Construct::DiagramImage
        | Construct::RowImage
        | Construct::SlideImage => {
            style::merge(&mut all, [add("max-width", "100%"), add("height", "auto")]);
        }
        Construct::TableBox | Construct::CompareBox | Construct::ColumnsBox => {
            style::merge(&mut all, [add("max-width", "100%"), add("overflow-x", "auto")])
        }
        Construct::Code => style::merge(
            &mut all,
            [add("display", "block"), add("overflow-x", "auto"), add("white-space", "nowrap")],
        ),
        Construct::Swipe => style::merge(&mut all, [add("overflow-x", "auto"), add("white-space", "nowrap")]),
        Construct::Slide | Construct::SlideCard => style::merge(
            &mut all,
            [add("display", "inline-block"), add("white-space", "normal"), add("vertical-align", "top")],
        ),
        Construct::RowPicture => {
            style::merge(&mut all, [add("display", "inline-block"), add("vertical-align", "top")]);
        }
        Construct::HeadCell
        | Construct::Cell
        | Construct::StripedCell
        | Construct::Side
        | Construct::SideGood
        | Construct::SideBad
        | Construct::Column
            if !all.iter().any(|(name, _)| name == "text-align") =>
        {
            style::merge(&mut all, [add("text-align", "left")]);
        }
        Construct::Pre => style::merge(&mut all, [add("white-space", "normal")]),
        _ => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::selector;
    use super::*;

    fn cascade(rules: &[(&str, &str)]) -> Cascade {
        Cascade::new(
            rules
                .iter()
                .map(|(selector, color)| Rule {
                    selector: selector::read(selector).unwrap(),
                    declarations: vec![("color".to_owned(), (*color).to_owned())],
                    place: None,
                })
                .collect(),
        )
    }

    fn color(cascade: &Cascade, path: &[Construct], own: Construct) -> String {
        let mut context = Context::default();
        for construct in path {
            context = cascade.inside(context, *construct);
        }
        let particular = cascade.particular(own, context);
        let style = particular.as_deref().or_else(|| cascade.ordinary(own)).unwrap();
        style.declarations.iter().find(|(name, _)| name == "color").unwrap().1.clone()
    }

    #[test]
    fn a_construct_looks_as_its_place_asks() {
        use Construct as C;
        let cascade = cascade(&[
            ("p", "#000"),
            ("blockquote p", "#111"),
            ("blockquote blockquote p", "#222"),
            ("article > p", "#333"),
            (".alert li .item", "#444"),
            ("section > strong", "#555"),
            ("strong", "#666"),
        ]);
        let article = C::Article;
        assert_eq!(color(&cascade, &[article], C::Paragraph), "#333");
        assert_eq!(color(&cascade, &[article, C::Quote], C::QuoteParagraph), "#111");
        assert_eq!(color(&cascade, &[article, C::Quote, C::QuoteInQuote], C::QuoteParagraph), "#222");
        assert_eq!(color(&cascade, &[article, C::AlertTip, C::Bullets, C::Item], C::ItemText), "#444");
        assert_eq!(color(&cascade, &[article, C::Paragraph], C::Strong), "#666");
        assert_eq!(color(&cascade, &[article, C::ItemText], C::Strong), "#555");
        assert_eq!(color(&cascade, &[article, C::ItemText, C::Link], C::Strong), "#666");
        assert!(!cascade.remembered.read().unwrap().is_empty());
    }
}
