//! Writes the seeds of a target and the dictionary: `seeds TARGET FOLDER DICTIONARY`.

use std::fs;

fn main() -> std::io::Result<()> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [target, folder, dictionary] = &given[..] else { panic!("seeds TARGET FOLDER DICTIONARY") };
    fs::create_dir_all(folder)?;
    let seeds = bijak_fuzz::seeds::of(target);
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(format!("{folder}/seed-{number:04}"), seed)?;
    }
    fs::write(dictionary, bijak_fuzz::seeds::dictionary())?;
    println!("{target}: {} seeds", seeds.len());
    Ok(())
}
