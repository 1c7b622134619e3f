// What the Rust sections of all twins share; Prelude.cs says the same in C#.

#[derive(Default)]
pub struct Part {
    pub n: i32,
}

impl Part {
    pub fn bump(&mut self) {
        self.n += 1;
    }

    pub fn dup(&self) -> Part {
        Part { n: self.n }
    }
}

#[derive(Default)]
pub struct Data {
    pub a: Part,
    pub b: Part,
    pub n: i32,
    pub next: Option<Box<Data>>,
}

impl Data {
    pub fn view(&self) -> &Part {
        &self.a
    }

    pub fn view_mut(&mut self) -> &mut Part {
        &mut self.a
    }

    pub fn touch(&mut self) {
        self.n += 1;
    }

    pub fn peek(&self) -> i32 {
        self.n
    }

    pub fn finish(self) -> Part {
        self.a
    }

    pub fn dup(&self) -> Data {
        Data { a: self.a.dup(), b: self.b.dup(), n: self.n, next: None }
    }
}

/// A type with a destructor.
pub struct Res {
    pub p: Part,
    pub n: i32,
}

impl Res {
    pub fn view(&self) -> &Part {
        &self.p
    }

    pub fn touch(&mut self) {
        self.n += 1;
    }

    pub fn peek(&self) -> i32 {
        self.n
    }
}

impl Drop for Res {
    fn drop(&mut self) {
        self.n = 0;
    }
}

pub fn make() -> Data {
    Data::default()
}

pub fn make_part() -> Part {
    Part::default()
}

pub fn make_res() -> Res {
    Res { p: make_part(), n: 0 }
}

pub fn consume(_d: Data) {}

pub fn eat(_p: Part) {}

pub fn look(_d: &Data) {}

pub fn see(_p: &Part) {}

pub fn edit(_d: &mut Data) {}

pub fn poke(_p: &mut Part) {}

pub fn pass(d: Data) -> Data {
    d
}

pub fn mix(_d: &mut Data, _n: i32) {}

pub fn both(_x: &Data, _y: &Data) {}

pub fn clash(_x: &mut Data, _y: &Data) {}

pub fn pick<'a>(x: &'a Data, y: &'a Data) -> &'a Part {
    if cond() {
        &x.a
    } else {
        &y.a
    }
}

pub fn first<'a, 'b>(x: &'a Data, _y: &'b Data) -> &'a Part {
    &x.a
}

pub fn consume_res(_r: Res) {}

pub fn look_res(_r: &Res) {}

pub fn cond() -> bool {
    std::env::args().count() == 1
}

pub fn num(_n: i32) {}
