//! Calls to action: a button where readers can press one, a clear line of text where they cannot; mini-programs.

use std::ops::Range;

use super::super::construct::Construct;
use super::super::element;
use super::super::link;
use super::super::open::Origin;
use super::super::pass::Pass;
use super::super::rule;
use super::Container;
use crate::base::message::render as say;
use crate::source::markdown::{Event, Tag, TagEnd};

pub(super) const NAMES: &[&str] = &["cta", "action", "button", "行动", "按钮"];
pub(super) const MINI_PROGRAM: &[&str] = &["miniprogram", "mini-program", "小程序"];

pub(super) fn show(pass: &mut Pass<'_>, container: &Container<'_>) {
    let fence = &container.fence;
    let url = ["url", "link", "href", "链接"].iter().find_map(|key| fence.attribute(key));
    action(pass, container, url.map(str::to_owned));
}

/// A button that opens a mini-program, `{appid=… path=…}`.
pub(super) fn mini_program(pass: &mut Pass<'_>, container: &Container<'_>) {
    let fence = &container.fence;
    let (appid, path) = (fence.attribute("appid").unwrap_or(""), fence.attribute("path").unwrap_or(""));
    if !link::is_appid(appid) {
        pass.warn(rule::MINI_PROGRAM, &container.place, say::mini_program(appid), say::mini_program_help());
        return action(pass, container, None);
    }
    action(pass, container, Some(format!("{}{appid}/{}", link::MINI_PROGRAM, path.trim_start_matches('/'))));
}

/// The button is the title, or each paragraph that holds nothing but one link; everything else stands around it.
fn action(pass: &mut Pass<'_>, container: &Container<'_>, url: Option<String>) {
    let blocks = pass.blocks(container.content.clone());
    let linked = url.is_none() && blocks.iter().any(|block| only_link(pass, block).is_some());
    pass.open_box(Construct::Action, Construct::ActionText);
    let title = container.fence.heading();
    // Where nothing can be pressed nothing looks like a button.
    let pressed = url.is_some();
    if let Some(title) = title.filter(|_| linked || !pressed) {
        pass.titled_line(Construct::ActionTitle, title);
    }
    for (index, block) in blocks.iter().enumerate() {
        // Without link and title the first paragraph is what the reader is to do.
        let first = index == 0 && !linked && title.is_none() && is_paragraph(pass, block);
        match only_link(pass, block).filter(|_| linked) {
            Some(inside) => button(pass, |pass| pass.render(inside)),
            None if first => {
                let inside = block.start + 1..block.end.saturating_sub(1);
                match &url {
                    Some(url) => plain_button(pass, url, &container.place, |pass| pass.render(inside)),
                    None => {
                        pass.open_block(&element::P, Construct::ActionTitle, &[]);
                        pass.render(inside);
                        pass.close();
                    }
                }
            }
            None => pass.render(block.clone()),
        }
    }
    if let (Some(title), Some(url)) = (title, &url) {
        plain_button(pass, url, &container.place, |pass| pass.writer.write(title));
    }
    pass.close();
}

fn is_paragraph(pass: &Pass<'_>, block: &Range<usize>) -> bool {
    matches!(pass.events.get(block.start), Some((Event::Start(Tag::Paragraph), _)))
}

/// The events of a paragraph that is one link.
fn only_link(pass: &Pass<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let event = |at: usize| pass.events.get(at).map(|(event, _)| event);
    let inside = block.start + 1..block.end.saturating_sub(1);
    let ends = matches!(event(inside.start), Some(Event::Start(Tag::Link { .. })))
        && matches!(event(inside.end.saturating_sub(1)), Some(Event::End(TagEnd::Link)))
        && pass.end_of(inside.start) + 1 == inside.end;
    (is_paragraph(pass, block) && ends).then_some(inside)
}

/// A line in which links look like buttons.
fn button(pass: &mut Pass<'_>, inside: impl FnOnce(&mut Pass<'_>)) {
    pass.open_block(&element::P, Construct::ActionLine, &[]);
    pass.buttons = true;
    inside(pass);
    pass.buttons = false;
    pass.close();
}

/// A button that leads to `url`.
fn plain_button(pass: &mut Pass<'_>, url: &str, place: &Range<usize>, inside: impl FnOnce(&mut Pass<'_>)) {
    button(pass, |pass| {
        pass.open_link(url, place, false, Origin::Construct);
        pass.buttons = false;
        inside(pass);
        pass.close();
    });
}
