//! A made-up hand: signatures drawn by whole numbers alone, so that every machine draws them alike.

use crate::quiz::Random;
use crate::session::Signature;

const WIDTH: u16 = 600;
const HEIGHT: u16 = 200;

/// A scribble of a few strokes from left to right.
pub(super) fn signature(random: &mut Random) -> Signature {
    let strokes = 2 + random.below(3);
    let mut x = 20 + random.below(40);
    let strokes = (0..strokes)
        .map(|_| {
            let mut y = 70 + random.below(60);
            let mut stroke = vec![point(x, y)];
            for turn in 0..8 + random.below(10) {
                // Up and down in turns, each loop of its own height; half way is taken twice to round it.
                let target = if turn % 2 == 0 { 20 + random.below(60) } else { 110 + random.below(70) };
                for _ in 0..2 {
                    x += 2 + random.below(7);
                    y = y.midpoint(target);
                    stroke.push(point(x, y));
                }
            }
            x += 8 + random.below(12);
            stroke
        })
        .collect();
    Signature { width: WIDTH, height: HEIGHT, strokes }
}

fn point(x: usize, y: usize) -> [u16; 2] {
    [u16::try_from(x).unwrap_or(WIDTH).min(WIDTH), u16::try_from(y).unwrap_or(HEIGHT).min(HEIGHT)]
}
