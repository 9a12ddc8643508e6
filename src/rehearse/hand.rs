//! A made-up hand: signatures drawn by whole numbers alone, so that every machine draws them alike.

use crate::quiz::Random;
use crate::session::Signature;

const WIDTH: usize = 600;
const HEIGHT: usize = 200;
/// Points on each bend.
const FINENESS: usize = 5;

/// A scribble of two or three words from left to right.
pub(super) fn signature(random: &mut Random) -> Signature {
    let words = 2 + random.below(2);
    let mut left = 20 + random.below(30);
    let strokes = (0..words)
        .map(|_| {
            let bends = bends(&mut left, random);
            left += 25 + random.below(20);
            rounded(&bends)
        })
        .collect();
    let area = |side| u16::try_from(side).unwrap_or(u16::MAX);
    Signature { width: area(WIDTH), height: area(HEIGHT), strokes }
}

/// Where the pen turns: a tall initial, then small letters with a loop up or down now and then.
fn bends(left: &mut usize, random: &mut Random) -> Vec<[usize; 2]> {
    let mut bends = vec![[*left, 140], [*left + 12, 20 + random.below(30)], [*left + 26, 150]];
    *left += 30;
    for _ in 0..2 + random.below(4) {
        let height = if random.chance(25) { 30 + random.below(20) } else { 85 + random.below(20) };
        let depth = if random.chance(15) { 175 + random.below(15) } else { 130 + random.below(12) };
        let step = 9 + random.below(8);
        // The pen goes back a little at the top, so that letters become loops.
        bends.push([*left + step, height]);
        bends.push([(*left + step).saturating_sub(10), height + 6]);
        bends.push([*left + step + 4, depth]);
        *left += 2 * step;
    }
    bends.push([*left + 20, 110 + random.below(30)]);
    bends
}

/// The bends as a smooth line: quadratic curves from middle to middle.
fn rounded(bends: &[[usize; 2]]) -> Vec<[u16; 2]> {
    let mut line = Vec::new();
    for three in bends.windows(3) {
        let [before, bend, after] = [three[0], three[1], three[2]];
        for part in 0..FINENESS {
            let rest = FINENESS - part;
            let at = |axis: usize| {
                let (from, to) = (before[axis].midpoint(bend[axis]), bend[axis].midpoint(after[axis]));
                let sum = rest * rest * from + 2 * rest * part * bend[axis] + part * part * to;
                sum / (FINENESS * FINENESS)
            };
            line.push([fitted(at(0), WIDTH), fitted(at(1), HEIGHT)]);
        }
    }
    line
}

fn fitted(at: usize, side: usize) -> u16 {
    u16::try_from(at.min(side)).unwrap_or(u16::MAX)
}
