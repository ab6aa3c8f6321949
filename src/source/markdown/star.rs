//! Stars that stand for something: masked names (张*三) and numbers (138****5678), products (3*4). They are no marks of
//! emphasis, although two of them in a paragraph would make one and take what masks out of sight.

use super::chars;

/// Frequent family names that are seldom the last character of another word before a star.
const FAMILY: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹潘葛范彭鲁韦马袁柳唐薛雷贺倪汤罗郝傅康顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒项祝董梁杜阮江郭梅林钟徐邱骆夏蔡田胡霍卢莫房丁邓洪石崔龚程邢裴陆段侯宁武刘叶黎白赖谭温苏高施曾任俞";

/// Whether the stars in the bytes `start..end` of `text`, a whole run of them, mask something. To be asked where no
/// emphasis of that length is open.
pub(super) fn masks(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let mut after = text[end..].chars();
    let (last, next) = (before.next(), after.next());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> bool {
        let start = text.find('*').unwrap();
        let length = text[start..].bytes().take_while(|byte| *byte == b'*').count();
        masks(text, start, start + length)
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
