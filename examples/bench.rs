//! Times a native check against serde_json:
//! `cargo run --release --example bench -- ENDPOINT FILE`.
//! Prints nanoseconds as JSON; `make bench` puts them beside the figures of Node.

use bijak::{Endpoint, Options, check};
use std::{error::Error, hint::black_box, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, path] = arguments.as_slice() else { return Err("usage: bench ENDPOINT FILE".into()) };
    let endpoint: Endpoint = endpoint.parse()?;
    let text = std::fs::read(path)?;
    let options = Options::new();
    let full = |text: &[u8]| drop(black_box(check(endpoint, text, &options)));
    let tree = |text: &[u8]| drop(black_box(serde_json::from_slice::<serde_json::Value>(text)));
    // About a megabyte a batch, and enough batches for a median.
    let calls = (1_000_000 / text.len()).max(1) as u32;
    // One after the other: the tree leaves so much behind that whoever allocates next has to
    // tidy up the heap for it.
    let [check_ns, serde_json_ns] = [&full as &dyn Fn(&[u8]), &tree].map(|call| {
        let _warm = batch(&text, calls, call);
        median((0..60).map(|_| batch(&text, calls, call)).collect())
    });
    println!("{{\"check_ns\":{check_ns:.0},\"serde_json_ns\":{serde_json_ns:.0}}}");
    Ok(())
}

/// Nanoseconds a call, over a batch of calls.
fn batch(text: &[u8], calls: u32, call: &dyn Fn(&[u8])) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        call(black_box(text));
    }
    start.elapsed().as_nanos() as f64 / f64::from(calls)
}

fn median(mut times: Vec<f64>) -> f64 {
    let middle = times.len() / 2;
    *times.select_nth_unstable_by(middle, f64::total_cmp).1
}
