using System;
using System.IO;
using RustVsGo;

const string Missing = "config.txt";

Console.WriteLine(App.Describe(Missing).Match(text => text, error => $"no configuration: {error.Message}"));
Console.WriteLine(App.DescribeByHand(Missing).IsErr);
App.Forget(Missing);
try
{
    Console.WriteLine(App.Length(Missing));
}
catch (UnwrapException exception)
{
    Console.WriteLine(exception.Message);
}

public static class App
{
    // Rust: std::fs::read_to_string(path)
    public static Result<string, IOException> ReadConfig(string path) => Result.Try<string, IOException>(() => File.ReadAllText(path));

    // Rust: let text = read_config(path)?;
    public static Result<string, IOException> Describe(string path)
    {
        if (!ReadConfig(path).TryPropagate(out var text, out var error)) return error;
        return Result.Ok($"{text.Length} characters");
    }

    public static Result<string, IOException> DescribeByHand(string path)
    {
        // What '?' is for, written out.
        if (!ReadConfig(path).TryGet(out var text, out var error)) return Result.Err(error);
        return Result.Ok($"{text.Length} characters");
    }

    public static void Forget(string path)
    {
        // Whether there is a configuration is not looked at.
        ReadConfig(path);
        Console.WriteLine("started");
    }

    // Throws where there is none, and nobody who calls it can tell.
    public static int Length(string path) => ReadConfig(path).Unwrap().Length;

    // Says what is taken instead.
    public static int LengthOrNone(string path) => ReadConfig(path).Map(text => text.Length).UnwrapOr(0);
}
