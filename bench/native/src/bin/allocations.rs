//! How often one call allocates, and how many bytes stand at most: `allocations ENDPOINT FILE`. Prints JSON.

use allocation_counter::measure;
use bijak::{Endpoint, Options, check};
use bijak_bench::{Invoice, Patch};
use std::hint::black_box;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, file] = arguments.as_slice() else { panic!("usage: allocations ENDPOINT FILE") };
    let endpoint: Endpoint = endpoint.parse().expect("an endpoint");
    let payload = std::fs::read(file).expect("a readable file");
    let options = Options::new();
    let typed = || match endpoint {
        Endpoint::UpdateInvoice => drop(black_box(serde_json::from_slice::<Patch<String>>(&payload))),
        _ => drop(black_box(serde_json::from_slice::<Invoice<String>>(&payload))),
    };
    let tell = |name: &str, run: &dyn Fn()| {
        run();
        let reported = measure(run);
        format!("{name:?}:{{\"count\":{},\"most\":{}}}", reported.count_total, reported.bytes_max)
    };
    let figures = [
        tell("bijak", &|| drop(black_box(check(endpoint, &payload, &options)))),
        tell("serde_json, typed, owned", &typed),
        tell("serde_json, Value", &|| drop(black_box(serde_json::from_slice::<serde_json::Value>(&payload)))),
    ];
    println!("{{{}}}", figures.join(","));
}
