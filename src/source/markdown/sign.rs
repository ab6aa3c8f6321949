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
    let named = last.is_some_and(|last| FAMILY.contains(last)) && before.next() != Some('*');
    if !named || end - start > 2 {
        return false;
    }
    // 陈*, 李**、; 张*三、: the name ends there.
    let ends = |c: Option<char>| c.is_none_or(|c| c != '*' && !chars::is_letter(c) && !c.is_alphabetic());
    ends(next) || next.is_some_and(chars::is_letter) && ends(after.next())
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
        ] {
            assert!(!first(text), "{text}");
        }
    }
}
