//! The part of a cover that a card shows, as the platform writes it. Whole numbers only: the same picture and focus give
//! the same text on every machine.

use crate::wechat::limits::CROP_DECIMALS;

/// The unit square's side.
const ONE: u64 = 1_000_000;

/// Shape of the wide card: 2.35 to 1.
pub(super) const WIDE: (u64, u64) = (235, 100);
/// Shape of the square card.
pub(super) const SQUARE: (u64, u64) = (1, 1);

/// The largest part of a picture of `size` pixels that has `shape` (width to height) and lies around `focus` (shares of
/// width and height) as far as it can: `X1_Y1_X2_Y2`. `None` for a picture without pixels.
pub(super) fn crop(size: (u32, u32), focus: [f64; 2], shape: (u64, u64)) -> Option<String> {
    let (width, height) = (u64::from(size.0), u64::from(size.1));
    if width == 0 || height == 0 {
        return None;
    }
    // Compared as width/height against shape, without dividing.
    let (have, want) = (width * shape.1, height * shape.0);
    let (wide, high) = if have > want { (ONE * want / have, ONE) } else { (ONE, ONE * have / want) };
    let (x1, x2) = span(focus[0], wide.max(1));
    let (y1, y2) = span(focus[1], high.max(1));
    Some([x1, y1, x2, y2].map(decimal).join("_"))
}

/// Where a browser that fills a box of `shape` with a picture of `size` has to align it to show the same part: shares of
/// what is cut off, from the left and from the top.
pub(super) fn alignment(size: (u32, u32), focus: [f64; 2], shape: (u64, u64)) -> [f64; 2] {
    let Some(text) = crop(size, focus, shape) else { return [0.5; 2] };
    let numbers: Vec<f64> = text.split('_').filter_map(|number| number.parse().ok()).collect();
    let [x1, y1, x2, y2] = numbers.as_slice() else { return [0.5; 2] };
    let share = |start: f64, end: f64| {
        let cut = 1.0 - (end - start);
        if cut > 1e-6 { start / cut } else { 0.5 }
    };
    [share(*x1, *x2), share(*y1, *y2)]
}

/// A stretch of `length` around `focus`, moved inside.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1 before")]
fn span(focus: f64, length: u64) -> (u64, u64) {
    let focus = if focus.is_finite() { focus.clamp(0.0, 1.0) } else { 0.5 };
    let centre = (focus * ONE as f64).round() as u64;
    let start = centre.saturating_sub(length / 2).min(ONE - length);
    (start, start + length)
}

fn decimal(value: u64) -> String {
    let text = format!("{}.{:0width$}", value / ONE, value % ONE, width = CROP_DECIMALS);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_focus_stays_visible_and_the_crop_stays_inside() {
        assert_eq!(crop((900, 383), [0.5, 0.5], SQUARE).unwrap(), "0.287223_0_0.712778_1");
        assert_eq!(crop((1000, 1000), [0.5, 0.5], WIDE).unwrap(), "0_0.287235_1_0.712766");
        assert_eq!(crop((1000, 1000), [0.5, 0.0], WIDE).unwrap(), "0_0_1_0.425531");
        assert_eq!(crop((1000, 1000), [0.5, 0.4], SQUARE).unwrap(), "0_0_1_1");
        assert_eq!(crop((235, 100), [0.1, 0.9], WIDE).unwrap(), "0_0_1_1");
        assert_eq!(crop((0, 5), [0.5, 0.5], WIDE), None);
    }

    #[test]
    fn a_browser_shows_the_same_part() {
        // A square of 100 in a picture of 300 by 100, its middle at a quarter: from 25 to 125, an eighth of what is cut.
        let [x, y] = alignment((300, 100), [0.25, 0.9], SQUARE);
        assert!((x - 0.125).abs() < 1e-4 && (y - 0.5).abs() < 1e-4, "{x} {y}");
        assert_eq!(alignment((235, 100), [0.1, 0.9], WIDE), [0.5, 0.5]);
    }

    proptest! {
        #[test]
        fn every_crop_is_one_the_platform_takes(w in 1..20_000u32, h in 1..20_000u32, x in -1.0..2.0f64, y in -1.0..2.0f64) {
            for shape in [WIDE, SQUARE] {
                let text = crop((w, h), [x, y], shape).unwrap();
                let numbers: Vec<f64> = text.split('_').map(|part| part.parse().unwrap()).collect();
                prop_assert!(numbers.iter().all(|number| (0.0..=1.0).contains(number)), "{text}");
                prop_assert!(numbers[0] < numbers[2] && numbers[1] < numbers[3], "{text}");
                prop_assert!(text.split('_').all(|part| part.split_once('.').is_none_or(|(_, digits)| digits.len() <= 6)));
            }
        }
    }
}
