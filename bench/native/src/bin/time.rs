//! Times a check beside typed parsing alone, natively: `time ENDPOINT FILE SECONDS`. The candidates take turns; each figure is
//! the median of its batches in nanoseconds a call. A batch during which the process waited for a processor is left out.
//! Prints JSON.

use bijak::{Endpoint, Options, check};
use bijak_bench::{Invoice, Patch};
use std::hint::black_box;
use std::time::{Duration, Instant};

type Run<'r> = (&'static str, Box<dyn Fn() + 'r>);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, file, seconds] = arguments.as_slice() else { panic!("usage: time ENDPOINT FILE SECONDS") };
    let endpoint: Endpoint = endpoint.parse().expect("an endpoint");
    let payload = std::fs::read(file).expect("a readable file");
    let options = Options::new();
    assert!(check(endpoint, &payload, &options).findings.is_empty(), "a sound payload");

    let text = payload.as_slice();
    let mut runs: Vec<Run<'_>> = vec![("bijak", Box::new(|| drop(black_box(check(endpoint, black_box(text), &options)))))];
    // What is parsed must be right, or the peer would stop early.
    macro_rules! peer {
        ($name:literal, $parse:expr) => {
            let parse = $parse;
            assert!(parse(text).is_ok(), $name);
            runs.push(($name, Box::new(move || drop(black_box(parse(black_box(text)))))));
        };
    }
    macro_rules! typed {
        ($Type:ident) => {
            peer!("serde_json, typed, owned", serde_json::from_slice::<$Type<String>>);
            peer!("serde_json, typed, borrowed", serde_json::from_slice::<$Type<&str>>);
            peer!("sonic-rs, typed, owned", sonic_rs::from_slice::<$Type<String>>);
            peer!("sonic-rs, typed, borrowed", sonic_rs::from_slice::<$Type<&str>>);
        };
    }
    match endpoint {
        Endpoint::UpdateInvoice => {
            typed!(Patch);
        }
        _ => {
            typed!(Invoice);
        }
    }
    peer!("serde_json, Value", serde_json::from_slice::<serde_json::Value>);
    peer!("serde_json, syntax alone", serde_json::from_slice::<serde::de::IgnoredAny>);

    let calls = (300_000 / text.len()).max(1) as u32;
    let mut taken = vec![Vec::new(); runs.len()];
    let until = Instant::now() + Duration::from_secs_f64(seconds.parse().expect("a number"));
    while Instant::now() < until {
        for ((_, run), taken) in runs.iter().zip(&mut taken) {
            let _settles_the_heap = batch(run, calls.div_ceil(4));
            taken.extend(batch(run, calls));
        }
    }
    let figures: Vec<String> = runs.iter().zip(&mut taken).map(|((name, _), taken)| format!("{:?}:{:.1}", name, median(taken))).collect();
    println!("{{\"bytes\":{},\"ns\":{{{}}}}}", text.len(), figures.join(","));
}

/// Nanoseconds a call, unless the process waited.
fn batch(run: &dyn Fn(), calls: u32) -> Option<f64> {
    let (start, waits) = (Instant::now(), switches());
    for _ in 0..calls {
        run();
    }
    let nanoseconds = start.elapsed().as_nanos() as f64 / f64::from(calls);
    (switches() == waits).then_some(nanoseconds)
}

/// How often another process was given the processor instead; always 0 where the system does not tell.
fn switches() -> u64 {
    let status = std::fs::read_to_string("/proc/thread-self/status").unwrap_or_default();
    let count = status.lines().find_map(|line| line.strip_prefix("nonvoluntary_ctxt_switches:"));
    count.and_then(|count| count.trim().parse().ok()).unwrap_or(0)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
