//! Checks one payload a fixed number of times, for callgrind, which counts the instructions of `measured`:
//! `count ENDPOINT FILE TIMES`.

use bijak::{Endpoint, Options, check};
use std::hint::black_box;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, file, times] = arguments.as_slice() else { panic!("usage: count ENDPOINT FILE TIMES") };
    let endpoint: Endpoint = endpoint.parse().expect("an endpoint");
    let payload = std::fs::read(file).expect("a readable file");
    let options = Options::new();
    measured(endpoint, &payload, &options, times.parse().expect("a number"));
}

#[inline(never)]
fn measured(endpoint: Endpoint, payload: &[u8], options: &Options, times: usize) {
    for _ in 0..times {
        black_box(check(endpoint, black_box(payload), options));
    }
}
