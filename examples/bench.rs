//! Times a native check against serde_json: `cargo run --release --example bench -- FILE`.
//! Prints nanoseconds as JSON; `make bench` puts them beside the figures of Node.

use bijak::{Endpoint, Options, check};
use std::{hint::black_box, time::Instant};

fn main() {
    let path = std::env::args().nth(1).expect("usage: bench FILE");
    let text = std::fs::read(&path).expect("a readable file");
    let options = Options::new();
    let full = |text: &[u8]| drop(black_box(check(Endpoint::UpdateInvoice, text, &options)));
    let tree = |text: &[u8]| drop(black_box(serde_json::from_slice::<serde_json::Value>(text)));
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..60 {
        times[0].push(batch(&text, full));
        times[1].push(batch(&text, tree));
    }
    let [check_ns, serde_json_ns] = times.map(median);
    println!("{{\"check_ns\":{check_ns:.0},\"serde_json_ns\":{serde_json_ns:.0}}}");
}

/// Nanoseconds a call, over a batch of calls.
fn batch(text: &[u8], call: impl Fn(&[u8])) -> f64 {
    const CALLS: u32 = 2_000;
    let start = Instant::now();
    for _ in 0..CALLS {
        call(black_box(text));
    }
    start.elapsed().as_nanos() as f64 / f64::from(CALLS)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
