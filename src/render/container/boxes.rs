//! Containers that put their content into a box: alerts, the quotation card, cards, details, alignment.

use super::super::construct::Construct;
use super::super::element;
use super::super::pass::Pass;
use super::Container;
use std::ops::Range;

use crate::source::markdown::{BlockQuoteKind, Event, Tag};

pub(super) const NOTE: &[&str] = &["note", "info", "说明"];
pub(super) const TIP: &[&str] = &["tip", "hint", "success", "提示"];
pub(super) const IMPORTANT: &[&str] = &["important", "重要"];
pub(super) const WARNING: &[&str] = &["warning", "warn", "attention", "注意"];
pub(super) const CAUTION: &[&str] = &["caution", "danger", "error", "警告"];
pub(super) const QUOTE: &[&str] = &["quote", "pull", "金句", "引言"];
pub(super) const CARD: &[&str] = &["card", "box", "卡片"];
pub(super) const DETAILS: &[&str] = &["details", "spoiler", "collapse", "详情", "展开"];
pub(super) const CENTER: &[&str] = &["center", "居中"];
pub(super) const RIGHT: &[&str] = &["right", "居右"];

pub(super) fn note(pass: &mut Pass<'_>, container: &Container<'_>) {
    alert(pass, container, BlockQuoteKind::Note);
}

pub(super) fn tip(pass: &mut Pass<'_>, container: &Container<'_>) {
    alert(pass, container, BlockQuoteKind::Tip);
}

pub(super) fn important(pass: &mut Pass<'_>, container: &Container<'_>) {
    alert(pass, container, BlockQuoteKind::Important);
}

pub(super) fn warning(pass: &mut Pass<'_>, container: &Container<'_>) {
    alert(pass, container, BlockQuoteKind::Warning);
}

pub(super) fn caution(pass: &mut Pass<'_>, container: &Container<'_>) {
    alert(pass, container, BlockQuoteKind::Caution);
}

fn alert(pass: &mut Pass<'_>, container: &Container<'_>, kind: BlockQuoteKind) {
    pass.alert_box(kind, container.fence.heading());
    pass.render(container.content.clone());
    pass.alert_end();
}

/// A quotation to remember: large text between two short bars, and who said it. The source is the title, the
/// attribute `author`, or a last paragraph that begins with a dash.
pub(super) fn quote(pass: &mut Pass<'_>, container: &Container<'_>) {
    let fence = &container.fence;
    let named = fence.attribute("author").or_else(|| fence.attribute("from")).or_else(|| fence.heading());
    let blocks = pass.blocks(container.content.clone());
    let signed = blocks.last().filter(|_| named.is_none() && blocks.len() > 1);
    let signed = signed.filter(|block| pass.text_of((*block).clone()).starts_with(['—', '–', '-', '―']));
    let end = signed.map_or(container.content.end, |block| block.start);
    pass.open_box(Construct::Pull, Construct::PullText);
    bar(pass);
    let last = blocks.last().filter(|_| named.is_none() && signed.is_none());
    if let Some((last, dash)) = last.and_then(|block| Some((block, signature(pass, block)?))) {
        pass.render(container.content.start..last.start);
        pass.open_paragraph(super::Origin::Construct);
        pass.render(last.start + 1..dash);
        pass.close();
        pass.set_prose(super::Prose::Paragraph(Construct::PullSource));
        pass.open_paragraph(super::Origin::Construct);
        pass.render(dash + 1..last.end.saturating_sub(1));
        pass.close();
        bar(pass);
        return pass.close();
    }
    pass.render(container.content.start..end);
    if let Some(name) = named {
        let said = if name.starts_with(['—', '–', '-', '―']) {
            name.to_owned()
        } else {
            format!("—— {name}")
        };
        pass.titled_line(Construct::PullSource, &said);
    } else if signed.is_some() {
        pass.set_prose(super::Prose::Paragraph(Construct::PullSource));
        pass.render(end..container.content.end);
    }
    bar(pass);
    pass.close();
}

/// The end of the line before a last line that begins with a dash, `—— 鲁迅`, in the paragraph `block`.
fn signature(pass: &Pass<'_>, block: &Range<usize>) -> Option<usize> {
    let events = pass.events.get(block.clone())?;
    if !matches!(events.first(), Some((Event::Start(Tag::Paragraph), _))) {
        return None;
    }
    let line = events.iter().rposition(|(event, _)| matches!(event, Event::SoftBreak | Event::HardBreak))?;
    let Some((Event::Text(words), _)) = events.get(line + 1) else { return None };
    words.trim_start().starts_with("——").then_some(block.start + line)
}

fn bar(pass: &mut Pass<'_>) {
    if pass.block_ready() {
        pass.writer.void(&element::HR, &pass.style(Construct::PullBar), &[]);
    }
}

pub(super) fn card(pass: &mut Pass<'_>, container: &Container<'_>) {
    titled(pass, container, [Construct::Card, Construct::CardTitle, Construct::CardText]);
}

/// Nothing folds on the platform: the title stands in bold, the content is open.
pub(super) fn details(pass: &mut Pass<'_>, container: &Container<'_>) {
    titled(pass, container, [Construct::Details, Construct::DetailsTitle, Construct::DetailsText]);
}

pub(super) fn center(pass: &mut Pass<'_>, container: &Container<'_>) {
    titled(pass, container, [Construct::Centered, Construct::CenteredText, Construct::CenteredText]);
}

pub(super) fn right(pass: &mut Pass<'_>, container: &Container<'_>) {
    titled(pass, container, [Construct::RightAligned, Construct::RightText, Construct::RightText]);
}

fn titled(pass: &mut Pass<'_>, container: &Container<'_>, [around, title, text]: [Construct; 3]) {
    pass.open_box(around, text);
    if let Some(heading) = container.fence.heading() {
        pass.titled_line(title, heading);
    }
    pass.render(container.content.clone());
    pass.close();
}
