//! Stars and low lines that stand for themselves: masked names (张*三) and numbers (138****5678), products (3*4), faces
//! (^_^, (*^▽^*)) and names of Python (`__init__`). They are no marks of emphasis, although two of them in a paragraph
//! would make one and vanish, with what they mask in sight.

use super::chars;

/// Frequent family names that are seldom the last character of another word before a star.
const FAMILY: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹潘葛范彭鲁韦马袁柳唐薛雷贺倪汤罗郝傅康顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮江郭梅林钟徐邱骆夏蔡田胡霍卢莫房丁邓洪石崔龚程邢裴陆段侯宁武刘叶黎白赖谭温苏高施曾任俞";

/// What Python writes between double lines, most of it in prose.
const DUNDERS: &[&str] = &[
    "all",
    "annotations",
    "author",
    "bool",
    "call",
    "class",
    "contains",
    "copy",
    "del",
    "dict",
    "doc",
    "enter",
    "eq",
    "exit",
    "file",
    "future",
    "getattr",
    "getitem",
    "hash",
    "import",
    "init",
    "iter",
    "len",
    "main",
    "module",
    "name",
    "new",
    "next",
    "path",
    "post_init",
    "pycache",
    "repr",
    "setattr",
    "setitem",
    "slots",
    "str",
    "version",
];

/// Whether the stars in the bytes `start..end` of `text`, a whole run of them, mask something. To be asked where no
/// emphasis of that length is open.
pub(super) fn masks(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let mut after = text[end..].chars();
    let (last, next) = (before.next(), after.next());
    if end - start == 1
        && (last.is_some_and(is_open) && next.is_some_and(is_face)
            || last.is_some_and(is_face) && next.is_some_and(is_close))
    {
        return true;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if digit(last) && digit(next) || end - start >= 4 && (digit(last) || digit(next)) {
        return true;
    }
    if end - start == 1 && is_product(text, start, end) {
        return true;
    }
    if end - start == 1 && (is_listed(text, start, end) || is_twin(text, start, end)) {
        return true;
    }
    let named = last.is_some_and(|last| FAMILY.contains(last)) && before.next() != Some('*');
    if !named || end - start > 2 {
        return false;
    }
    // 陈*, 李**、; 张*三、: the name ends there.
    let ends = |c: Option<char>| c.is_none_or(|c| c != '*' && !chars::is_letter(c) && !c.is_alphabetic());
    ends(next) || next.is_some_and(chars::is_letter) && ends(after.next())
}

/// How far the star of another name is looked for, in bytes.
const REACH: usize = 60;

/// The text between a star and the next one of its line, and what stands behind that.
fn next_star(rest: &str) -> Option<(&str, &str)> {
    let near = &rest[..rest.floor_char_boundary(REACH)];
    let at = near.find(['*', '\n']).filter(|at| near[*at..].starts_with('*'))?;
    let behind = &rest[at + 1..];
    (!behind.starts_with('*')).then_some((&rest[..at], behind))
}

/// The text between the star before this one in its line and this one, and what stands before that.
fn last_star(rest: &str) -> Option<(&str, &str)> {
    let from = rest.ceil_char_boundary(rest.len().saturating_sub(REACH));
    let at = from + rest[from..].rfind(['*', '\n']).filter(|at| rest[from + at..].starts_with('*'))?;
    let before = &rest[..at];
    (!before.ends_with('*')).then_some((&rest[at + 1..], before))
}

/// `*明、*芳`: names without their first character; no emphasis ends behind such a comma and before a letter.
fn is_listed(text: &str, start: usize, end: usize) -> bool {
    let listed = |name: &str, behind: &str| {
        let is_name = name.starts_with(chars::is_letter) && name.chars().count() <= 4;
        is_name && name.ends_with('、') && behind.starts_with(chars::is_letter)
    };
    next_star(&text[end..]).is_some_and(|(name, behind)| listed(name, behind))
        || last_star(&text[..start]).is_some_and(|(name, _)| listed(name, &text[end..]))
}

/// 长*宽*高=体积, 面积=长*宽: factors of an equation.
fn is_product(text: &str, start: usize, end: usize) -> bool {
    let factor = |c: char| c == '*' || c == '.' || chars::is_letter(c) || c.is_ascii_alphanumeric();
    let equals = |c: Option<char>| matches!(c, Some('=' | '＝' | '≈'));
    let behind = &text[end..text.floor_char_boundary((end + REACH).min(text.len()))];
    let before = &text[text.ceil_char_boundary(start.saturating_sub(REACH))..start];
    let inside = before.ends_with(factor) && behind.starts_with(factor);
    inside
        && (equals(behind.trim_start_matches(factor).trim_start().chars().next())
            || equals(before.trim_end_matches(factor).trim_end().chars().next_back()))
}

/// 张*三和李*四, 赵*先生，钱*女士: one of two stars that both stand behind a family name.
fn is_twin(text: &str, start: usize, end: usize) -> bool {
    let named = |before: &str| before.ends_with(|c| FAMILY.contains(c));
    if !named(&text[..start]) {
        return false;
    }
    next_star(&text[end..]).is_some_and(|(between, _)| named(between) && between.chars().count() > 1)
        || last_star(&text[..start])
            .is_some_and(|(between, before)| named(before) && between.chars().count() > 1)
}

/// Whether the low lines in the bytes `start..end` of `text`, a whole run of them, are a mouth or part of a name.
pub(super) fn draws(text: &str, start: usize, end: usize) -> bool {
    let (last, next) = (text[..start].chars().next_back(), text[end..].chars().next());
    if let (Some(last), Some(next)) = (last, next)
        && (last == next && is_face(last) || (last, next) == ('>', '<'))
    {
        return true;
    }
    let wide = |name: &&&str| {
        text[end..].strip_prefix(**name).is_some_and(|rest| rest.starts_with("__"))
            || text[..start].strip_suffix(**name).is_some_and(|rest| rest.ends_with("__"))
    };
    end - start == 2 && DUNDERS.iter().find(wide).is_some()
}

/// What faces are made of, beside letters.
fn is_face(c: char) -> bool {
    const WORDS: &str = "\"'“”‘’「」『』《》〈〉（）()[]【】{}、，。！？：；,.!?:;…—/\\|#@&%$￥+*_~";
    chars::is_punctuation(c) && !WORDS.contains(c)
}

const fn is_open(c: char) -> bool {
    matches!(c, '(' | '（')
}

const fn is_close(c: char) -> bool {
    matches!(c, ')' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> bool {
        let start = text.find('*').unwrap();
        let length = text[start..].bytes().take_while(|byte| *byte == b'*').count();
        masks(text, start, start + length)
    }

    #[test]
    fn faces_and_names_of_python_are_told_from_emphasis() {
        let lines = |text: &str| {
            let start = text.find('_').unwrap();
            draws(text, start, start + text[start..].bytes().take_while(|byte| *byte == b'_').count())
        };
        for text in ["^_^", "-_-||", ">_<", "的 __init__ 方法", "self.__init__()", "__name__ 等于"] {
            assert!(lines(text), "{text}");
        }
        for text in ["_强调_", "__重点__", "a_b", "“_甲_”", "__init", "(_甲_)"] {
            assert!(!lines(text), "{text}");
        }
        assert!(first("(*^▽^*)") && first("（*￣︶￣*）") && !first("（*强调*）") && !first("（*“引”*）"));
    }

    #[test]
    fn names_numbers_and_products_are_told_from_emphasis() {
        for text in [
            "张*三、",
            "恭喜李*四",
            "陈*（尾号0396）",
            "王**，",
            "138****5678",
            "尾号****1234",
            "3*4",
            "2**3",
            "张*三和李*四",
            "长*宽*高=体积",
            "面积 = 长*宽",
            "恭喜李*和王*。",
            "赵*先生，钱*女士",
            "中奖用户：*明、*芳。",
        ] {
            assert!(first(text), "{text}");
        }
        for text in [
            "这是*强调*的",
            "这张*图*好",
            "**王**，",
            "*张*、",
            "选*甲、乙*两项",
            "第1**重点**",
            "看*三、四*",
            "张*三丰",
            "*明、芳*两位",
            "选了*黄金周*出门",
        ] {
            assert!(!first(text), "{text}");
        }
    }
}
