//! Whether two pictures look the same: structural similarity of brightness (Wang, Bovik, Sheikh, Simoncelli 2004), on
//! blocks that lie across those of JPEG, so that its seams count.

use image::DynamicImage;

/// Side of a block, in pixels.
const BLOCK: usize = 8;
/// Where the first block begins: in the middle of one of JPEG's.
const OFFSET: usize = 4;
/// The mean over all blocks that looks the same, in millionths.
const MEAN: i64 = 975_000;
/// What all but a hundredth of the blocks reach, in millionths: text and edges are few blocks, and are looked at.
const WORST: i64 = 850_000;
/// Terms that keep quiet blocks stable: (0.01 × 255)² and (0.03 × 255)², times 64² because sums stand for means.
const C1: i64 = 26_634;
const C2: i64 = 239_708;

/// Brightness of every pixel of an 8-bit picture.
pub(super) struct Plane {
    width: usize,
    values: Vec<u8>,
}

impl Plane {
    pub(super) fn of(image: &DynamicImage) -> Self {
        let channels = usize::from(image.color().channel_count());
        let bright = |pixel: &[u8]| match *pixel {
            [r, g, b, ..] => ((u32::from(r) * 77 + u32::from(g) * 150 + u32::from(b) * 29 + 128) >> 8) as u8,
            [grey, ..] => grey,
            [] => 0,
        };
        let values = image.as_bytes().chunks_exact(channels).map(bright).collect();
        Self { width: image.width() as usize, values }
    }

    /// Whether `other`, of the same size, looks the same.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let mut scores = self.scores(other);
        if scores.is_empty() {
            // Too small for a block: a pixel is looked at as a pixel.
            return self.values.iter().zip(&other.values).all(|(a, b)| a.abs_diff(*b) <= 2);
        }
        let mean = scores.iter().sum::<i64>() / scores.len() as i64;
        let at = scores.len() / 100;
        let (_, worst, _) = scores.select_nth_unstable(at);
        mean >= MEAN && *worst >= WORST
    }

    /// Similarity of every block, in millionths.
    fn scores(&self, other: &Self) -> Vec<i64> {
        let height = self.values.len().checked_div(self.width).unwrap_or(0);
        let mut scores = Vec::with_capacity(self.values.len() / (BLOCK * BLOCK));
        for y in (OFFSET..).step_by(BLOCK).take_while(|y| y + BLOCK <= height) {
            for x in (OFFSET..).step_by(BLOCK).take_while(|x| x + BLOCK <= self.width) {
                scores.extend(self.score(other, x, y));
            }
        }
        scores
    }

    fn score(&self, other: &Self, x: usize, y: usize) -> Option<i64> {
        let (mut a, mut b, mut aa, mut bb, mut ab) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
        for row in y..y + BLOCK {
            let at = row * self.width + x;
            let (ours, theirs) = (self.values.get(at..at + BLOCK)?, other.values.get(at..at + BLOCK)?);
            for (p, q) in ours.iter().zip(theirs) {
                let (p, q) = (u32::from(*p), u32::from(*q));
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        let count = (BLOCK * BLOCK) as i64;
        let [a, b, aa, bb, ab] = [a, b, aa, bb, ab].map(i64::from);
        let light = (2 * a * b + C1) as f64 / (a * a + b * b + C1) as f64;
        let shape =
            (2 * (count * ab - a * b) + C2) as f64 / (count * aa - a * a + count * bb - b * b + C2) as f64;
        Some((light * shape * 1e6) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GrayImage, Luma};

    fn plane(pixel: impl Fn(u32, u32) -> u8) -> Plane {
        Plane::of(&GrayImage::from_fn(64, 64, |x, y| Luma([pixel(x, y)])).into())
    }

    #[test]
    fn a_picture_looks_like_itself_and_not_like_a_blurred_or_seamed_one() {
        let stripes = plane(|x, _| if x % 8 < 4 { 40 } else { 200 });
        assert!(stripes.looks_like(&stripes));
        assert!(stripes.looks_like(&plane(|x, _| if x % 8 < 4 { 42 } else { 199 })));
        assert!(!stripes.looks_like(&plane(|_, _| 120)));
        let soft = plane(|x, y| (x + y) as u8);
        assert!(!soft.looks_like(&plane(|x, y| (x / 8 * 8 + y / 8 * 8) as u8)), "seams");
    }
}
